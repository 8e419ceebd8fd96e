import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

/** A pair of arguments that Azure or its provider refuses together. */
interface Clash {
  readonly holds: (body: Node) => Node | false | undefined;
  readonly says: string;
}

const is = (body: Node, name: string, pattern: RegExp) => {
  const node = body.get(name);
  return node && pattern.test(node.text() ?? '') ? node : undefined;
};

/** By type. Sources: Terraform azurerm provider, the page of each resource; Azure Storage, redundancy. */
const clashes: Readonly<Record<string, readonly Clash[]>> = {
  azurerm_storage_account: [
    {
      holds: (body) => is(body, 'account_tier', /^premium$/i) && is(body, 'account_replication_type', /G/i),
      says: 'a Premium account takes LRS or ZRS only, not replication to another region',
    },
    {
      holds: (body) =>
        is(body, 'account_kind', /^(Storage|BlobStorage)$/) &&
        is(body, 'account_replication_type', /G?ZRS$/i),
      says: 'accounts of this old kind take no zones: use StorageV2',
    },
  ],
  azurerm_public_ip: [
    {
      holds: (body) => is(body, 'sku', /^standard$/i) && is(body, 'allocation_method', /^dynamic$/i),
      says: 'an address of the Standard tier is Static',
    },
    {
      holds: (body) => is(body, 'sku', /^basic$/i) && body.get('zones'),
      says: 'an address of the Basic tier takes no zones',
    },
  ],
  azurerm_linux_virtual_machine: [
    {
      holds: (body) => body.get('zone') && body.get('availability_set_id'),
      says: 'a machine is in a zone or in an availability set',
    },
  ],
  azurerm_windows_virtual_machine: [
    {
      holds: (body) => body.get('zone') && body.get('availability_set_id'),
      says: 'a machine is in a zone or in an availability set',
    },
  ],
  azurerm_postgresql_flexible_server: [
    {
      holds: (body) => is(body, 'sku_name', /^B_/i) && body.get('high_availability'),
      says: 'a burstable server (B_) takes no standby: use GP_ or MO_',
    },
    {
      holds: (body) =>
        body.has('delegated_subnet_id') &&
        body.flag('public_network_access_enabled') === true &&
        body.get('public_network_access_enabled'),
      says: 'a server in a subnet of its own has no public access',
    },
  ],
  azurerm_mysql_flexible_server: [
    {
      holds: (body) => is(body, 'sku_name', /^B_/i) && body.get('high_availability'),
      says: 'a burstable server (B_) takes no standby: use GP_ or MO_',
    },
  ],
  azurerm_service_plan: [
    {
      holds: (body) =>
        body.flag('zone_balancing_enabled') === true &&
        (body.amount('worker_count') ?? 3) < 2 &&
        body.get('worker_count'),
      says: 'zones are balanced over more than one worker',
    },
    {
      holds: (body) =>
        body.flag('zone_balancing_enabled') === true && is(body, 'sku_name', /^([BSDF]\d|Y1|P\dv1)$/i),
      says: 'plans of this size take no zones: use P1v2 or newer',
    },
  ],
  azurerm_container_registry: [
    {
      holds: (body) =>
        is(body, 'sku', /^(basic|standard)$/i) &&
        (body.get('georeplications') ??
          (body.flag('zone_redundancy_enabled') === true && body.get('zone_redundancy_enabled'))),
      says: 'zones and copies in other regions take the Premium tier',
    },
    {
      holds: (body) =>
        is(body, 'sku', /^(basic|standard)$/i) &&
        body.flag('public_network_access_enabled') === false &&
        body.get('public_network_access_enabled'),
      says: 'to switch public access off takes the Premium tier',
    },
  ],
  azurerm_redis_cache: [
    {
      holds: (body) => is(body, 'sku_name', /^(basic|standard)$/i) && is(body, 'family', /^P$/i),
      says: 'Basic and Standard caches are of family C',
    },
    {
      holds: (body) => is(body, 'sku_name', /^premium$/i) && is(body, 'family', /^C$/i),
      says: 'Premium caches are of family P',
    },
  ],
};

export default check({
  id: 'azure/arguments-refused-together',
  title: 'Arguments that Azure refuses together',
  dimension: 'functionality',
  severity: 'high',
  why: 'Each argument is right by itself and a plan shows nothing; Azure refuses the pair in the middle of the apply, when half of the rest is there already.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs',
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-redundancy#supported-storage-account-types',
  ],
  visits: resources(...Object.keys(clashes)),
  judge({ resource, node }): readonly Fault[] {
    return clashes[resource.type]!.flatMap(({ holds, says }) => {
      const at = holds(node);
      return at ? [{ message: `Azure refuses ${resource.address}: ${says}.`, at, key: says }] : [];
    });
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "disks" {\n  name                     = "acmedisks"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Premium"\n  account_replication_type = "GRS"\n}\n',
    good: 'resource "azurerm_storage_account" "disks" {\n  name                     = "acmedisks"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Premium"\n  account_replication_type = "ZRS"\n}\n',
  },
});
