import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/service-fabric-unprotected',
  title: 'Service Fabric whose nodes talk in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'The nodes of a cluster send each other the state of every service. At any level below EncryptAndSign whoever is in the network reads it, and below Sign changes it.',
  sameAs: ['checkov:CKV_AZURE_125'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://learn.microsoft.com/en-us/azure/service-fabric/service-fabric-cluster-fabric-settings'],
  visits: resources('azurerm_service_fabric_cluster'),
  judge({ resource, node }) {
    const level = node
      .list('fabric_settings')
      .filter((settings) => settings.text('name') === 'Security')
      .map(levelOf)
      .find(Boolean);
    if (level?.text() === 'EncryptAndSign') return;
    return {
      message: `${resource.address} does not encrypt what its nodes send each other: set ClusterProtectionLevel to EncryptAndSign in the fabric_settings called Security.`,
      at: level ?? node,
    };
  },
  examples: {
    bad: cluster('Sign'),
    good: cluster('EncryptAndSign'),
  },
});

/** The level in a map of parameters, or in one that spells name and value out. */
function levelOf(settings: Node): Node | undefined {
  return (
    settings.get('parameters', 'ClusterProtectionLevel') ??
    (settings.text('parameters', 'name') === 'ClusterProtectionLevel'
      ? settings.get('parameters', 'value')
      : undefined)
  );
}

function cluster(level: string): string {
  return `resource "azurerm_service_fabric_cluster" "shop" {
  name                = "acme-shop"
  resource_group_name = "shop"
  location            = "westeurope"
  reliability_level   = "Bronze"
  upgrade_mode        = "Automatic"
  vm_image            = "Windows"
  management_endpoint = "https://acme-shop.westeurope.cloudapp.azure.com:19080"

  fabric_settings {
    name = "Security"
    parameters = {
      ClusterProtectionLevel = "${level}"
    }
  }
}
`;
}
