import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Who may use a key, by where a request comes from. Source: Terraform google provider, google_apikeys_key. */
const callers = [
  'browser_key_restrictions',
  'server_key_restrictions',
  'android_key_restrictions',
  'ios_key_restrictions',
];

export default check({
  id: 'gcp/api-key-unrestricted',
  title: 'API key that anybody may use for anything',
  dimension: 'security',
  severity: 'medium',
  why: 'API keys end up in web pages, apps and logs, where others find them. One that is limited neither to APIs nor to sites, apps or addresses runs up a bill for whoever has it, on every API of the project.',
  controls: ['cis-gcp:1.13', 'cis-gcp:1.14', 'pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/docs/authentication/api-keys-best-practices'],
  visits: resources('google_apikeys_key'),
  judge({ resource, node }) {
    // what is bound to an account has the rights of that account
    if (node.has('service_account_email')) return;
    const targets = node.list('restrictions', 'api_targets').length > 0;
    const named = callers.some((name) => node.has('restrictions', name));
    if (targets && named) return;
    const missing = targets
      ? 'works from every site, app and address'
      : named
        ? 'opens every API of the project'
        : 'opens every API of the project to whoever finds it';
    return {
      message: `${resource.address} ${missing}: add ${targets ? '' : 'api_targets'}${targets || named ? '' : ' and '}${named ? '' : 'the sites, apps or addresses that use it'} to its restrictions.`,
      at: node.get('restrictions') ?? node,
      ...((targets || named) && { severity: 'low' }),
    };
  },
  examples: {
    bad: 'resource "google_apikeys_key" "maps" {\n  name         = "maps"\n  display_name = "maps"\n}\n',
    good: 'resource "google_apikeys_key" "maps" {\n  name         = "maps"\n  display_name = "maps"\n\n  restrictions {\n    api_targets {\n      service = "maps-backend.googleapis.com"\n    }\n\n    browser_key_restrictions {\n      allowed_referrers = ["https://shop.acme.example/*"]\n    }\n  }\n}\n',
  },
});
