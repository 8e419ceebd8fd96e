import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Path } from '../../model/node.ts';
import { check } from '../check.ts';

/** Where each service names its tier, and what its tier without a promise is called. Source: the pricing page of each. */
const tiers: Readonly<Record<string, readonly [path: Path, free: RegExp]>> = {
  azurerm_app_configuration: [['sku'], /^free$/i],
  azurerm_kusto_cluster: [['sku', 'name'], /^Dev\(No SLA\)/i],
  azurerm_search_service: [['sku'], /^free$/i],
  azurerm_signalr_service: [['sku', 'name'], /^Free_F1$/i],
  azurerm_web_pubsub: [['sku'], /^Free_F1$/i],
  azurerm_static_web_app: [['sku_tier'], /^free$/i],
};

export default check({
  id: 'azure/service-for-trials',
  title: 'Service of a tier that is made for trials',
  dimension: 'reliability',
  severity: 'low',
  why: 'Free tiers promise no uptime, stop when their small quota is used up, and cannot be helped with by support. It weighs more in production.',
  sameAs: [
    'checkov:CKV_AZURE_175',
    'checkov:CKV_AZURE_180',
    'checkov:CKV_AZURE_188',
    'checkov:CKV_AZURE_196',
  ],
  controls: ['cis-azure:5.5', 'soc2:A1.1'],
  sources: ['https://www.microsoft.com/licensing/docs/view/Service-Level-Agreements-SLA-for-Online-Services'],
  visits: resources(...Object.keys(tiers)),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const [path, free] = tiers[resource.type]!;
    const tier = node.get(...path);
    // a configuration store is free unless it is told otherwise
    const text = tier?.text() ?? (resource.type === 'azurerm_app_configuration' ? 'free' : '');
    if (!free.test(text)) return;
    return {
      message: `${resource.address} is of a tier that promises no uptime (${text}): take the next one for what people depend on.`,
      at: tier ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_web_pubsub" "chat" {\n  name                = "acme-chat"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  sku                 = "Free_F1"\n}\n',
    good: 'resource "azurerm_web_pubsub" "chat" {\n  name                = "acme-chat"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  sku                 = "Standard_S1"\n}\n',
  },
});
