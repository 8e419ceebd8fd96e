import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/nat-logs-missing',
  title: 'Cloud NAT that hides dropped connections',
  dimension: 'observability',
  severity: 'low',
  why: 'When a machine has used up its ports, Cloud NAT drops its new connections, and programs see timeouts that nothing explains. Logs of errors alone cost next to nothing and say it.',
  controls: ['soc2:CC7.2'],
  sources: ['https://cloud.google.com/nat/docs/monitoring'],
  visits: resources('google_compute_router_nat'),
  judge({ resource, node }) {
    const setting = node.get('log_config', 'enable');
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} drops connections without a word when its ports run out: set log_config with enable = true and filter = "ERRORS_ONLY".`,
      at: setting ?? node,
    };
  },
  examples: {
    bad: nat(''),
    good: nat('\n  log_config {\n    enable = true\n    filter = "ERRORS_ONLY"\n  }\n'),
  },
});

function nat(log: string): string {
  return `resource "google_compute_router_nat" "main" {
  name                               = "main"
  router                             = "main"
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
${log}}
`;
}
