import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/dns-queries-unlogged',
  title: 'DNS policy that writes down no queries',
  dimension: 'observability',
  severity: 'low',
  why: 'What takes over a machine asks for the name of its master, and data is smuggled out in names: the log of queries shows both, and nothing else does. It is off unless the policy of the network switches it on.',
  controls: ['cis-gcp:2.12', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://cloud.google.com/dns/docs/monitoring'],
  visits: resources('google_dns_policy'),
  judge({ resource, node }) {
    const setting = node.get('enable_logging');
    if (setting?.flag() === true || isNonProduction(resource)) return;
    return {
      message: `Nobody can tell which names the networks of ${resource.address} asked for: set enable_logging to true.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set enable_logging to true (logs cost by their size)',
        edits: [{ op: 'set', in: node, path: ['enable_logging'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "google_dns_policy" "shop" {\n  name                      = "shop"\n  enable_inbound_forwarding = true\n}\n',
    good: 'resource "google_dns_policy" "shop" {\n  name           = "shop"\n  enable_logging = true\n}\n',
  },
});
