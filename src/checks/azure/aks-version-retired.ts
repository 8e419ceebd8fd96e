import { retiredKubernetes } from '../../graph/azure/retirements.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-version-retired',
  title: 'Kubernetes version that AKS supports no more',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Such a version gets no security patches, cannot be chosen for a new cluster or pool, and Azure may upgrade the cluster by force. An upgrade skips no minor version, so every month makes it longer.',
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/supported-kubernetes-versions'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const setting = node.get('kubernetes_version');
    const minor = /^1\.(\d+)(\.|$)/.exec(setting?.text() ?? '')?.[1];
    if (!setting || minor === undefined || Number(minor) > retiredKubernetes.newest) return;
    if (node.text('support_plan') === 'AKSLongTermSupport') return;
    return {
      message: `${resource.address} asks for Kubernetes 1.${minor}, which AKS supports no more: a new cluster is refused, and this one gets no patches. Upgrade one minor version at a time.`,
      at: setting,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n  kubernetes_version  = "1.27"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n  kubernetes_version  = "1.35"\n}\n',
  },
});
