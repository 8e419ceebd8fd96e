import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/backend-logs-missing',
  title: 'Load balancer without request logs',
  dimension: 'observability',
  severity: 'low',
  why: 'When users see errors or somebody probes the service, only the load balancer saw every request, and by default it writes none down. A sample rate bounds the cost where there is much traffic.',
  controls: ['cis-gcp:2.16', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring'],
  visits: resources('google_compute_backend_service', 'google_compute_region_backend_service'),
  judge({ resource, node }) {
    const scheme = node.text('load_balancing_scheme') ?? 'EXTERNAL';
    if (!scheme.startsWith('EXTERNAL') || isNonProduction(resource)) return;
    // a passthrough load balancer sees packets, not requests
    if (/^(TCP|UDP|UNSPECIFIED|SSL)$/.test(node.text('protocol') ?? 'HTTP')) return;
    const setting = node.get('log_config', 'enable');
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} keeps no record of requests: set log_config.enable, with a sample_rate.`,
      at: setting ?? node.get('log_config') ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'enable request logs (they are paid by the gigabyte)',
        edits: [{ op: 'set', in: node, path: ['log_config', 'enable'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "google_compute_backend_service" "api" {\n  name     = "api"\n  protocol = "HTTPS"\n}\n',
    good: 'resource "google_compute_backend_service" "api" {\n  name     = "api"\n  protocol = "HTTPS"\n\n  log_config {\n    enable      = true\n    sample_rate = 0.1\n  }\n}\n',
  },
});
