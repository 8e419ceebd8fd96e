import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Path } from '../../model/node.ts';
import { check } from '../check.ts';

/** Where each service names its tier, and the tiers that are paid for what only production needs. Source: the pricing page of each. */
const tiers: Readonly<Record<string, readonly [path: Path, dear: RegExp, instead: string]>> = {
  azurerm_storage_account: [['account_replication_type'], /^(RA)?GZ?RS$/i, 'LRS, at half the price or less'],
  azurerm_managed_disk: [['storage_account_type'], /^(Ultra|PremiumV2|Premium)/i, 'StandardSSD_LRS'],
  azurerm_kubernetes_cluster: [['sku_tier'], /^premium$/i, 'Free or Standard'],
  azurerm_api_management: [['sku_name'], /^Premium/i, 'Developer'],
  azurerm_redis_cache: [['sku_name'], /^premium$/i, 'Basic or Standard'],
  azurerm_mssql_database: [
    ['sku_name'],
    /^(BC_|P\d)/i,
    'a serverless one (GP_S_Gen5_1), which pauses when idle',
  ],
  azurerm_service_plan: [['sku_name'], /^(P[2-9]m?v\d|I\d)/i, 'B1 or P0v3'],
  azurerm_firewall: [['sku_tier'], /^premium$/i, 'Basic'],
};

export default check({
  id: 'azure/dear-outside-production',
  title: 'Dear tier in an environment that serves nobody',
  dimension: 'cost',
  severity: 'info',
  why: 'Replication to other regions, premium disks and isolated plans are paid for uptime and speed, and an environment for tests needs neither. It usually shares its code with production and was never told to be smaller; a variable by environment does it.',
  sources: [
    'https://learn.microsoft.com/en-us/azure/well-architected/cost-optimization/optimize-environment-costs',
  ],
  visits: resources(...Object.keys(tiers)),
  judge({ resource, node }) {
    if (!isNonProduction(resource)) return;
    const [path, dear, instead] = tiers[resource.type]!;
    const tier = node.get(...path);
    if (!tier || !dear.test(tier.text() ?? '')) return;
    return {
      message: `${resource.address} is ${tier.text()} in ${resource.unit.environment}: take ${instead} there.`,
      at: tier,
    };
  },
  examples: {
    bad: { 'envs/dev/main.tf': account('GZRS') },
    good: { 'envs/dev/main.tf': account('LRS') },
  },
});

function account(type: string): string {
  return `resource "azurerm_storage_account" "invoices" {
  name                     = "acmeinvoicesdev"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "${type}"
}
`;
}
