import { nodePools } from '../../graph/azure/clusters.ts';
import { flagOf } from '../../graph/azure/settings.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

const types = [
  'azurerm_linux_virtual_machine',
  'azurerm_windows_virtual_machine',
  'azurerm_linux_virtual_machine_scale_set',
  'azurerm_windows_virtual_machine_scale_set',
  'azurerm_orchestrated_virtual_machine_scale_set',
];

const hosts: Selector<Subject> = {
  of: 'machines, scale sets and node pools',
  find: (graph) => [
    ...types.flatMap((type) => graph.ofType(type).map((resource) => ({ resource, node: resource.body }))),
    ...graph.select(nodePools),
  ],
};

export default check({
  id: 'azure/vm-host-encryption-off',
  title: 'Machine whose temporary disk lies in the clear',
  dimension: 'security',
  severity: 'info',
  why: 'Azure encrypts managed disks where they lie, but not the temporary disk, the caches and what passes between host and storage. Encryption at host covers them for nothing; the subscription has to allow the feature once.',
  sameAs: ['checkov:CKV_AZURE_151', 'checkov:CKV_AZURE_227', 'checkov:CKV_AZURE_97'],
  controls: ['pci-dss:3.5.1', 'soc2:CC6.1', 'hipaa:164.312(a)(2)(iv)'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/disk-encryption'],
  visits: hosts,
  judge({ resource, node }) {
    const names = ['host_encryption_enabled', 'encryption_at_host_enabled', 'enable_host_encryption'];
    if (flagOf(node, ...names) === true) return;
    const setting = names.map((name) => node.get(name)).find((one) => one !== undefined);
    const name = /kubernetes/.test(resource.type) ? names[0] : names[1];
    return {
      message: `The temporary disk and the caches of ${resource.address} lie in the clear: set ${name} to true.`,
      at: setting ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                  = "work"\n  kubernetes_cluster_id = var.cluster_id\n  vm_size               = "Standard_D4ds_v5"\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                    = "work"\n  kubernetes_cluster_id   = var.cluster_id\n  vm_size                 = "Standard_D4ds_v5"\n  host_encryption_enabled = true\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
  },
});
