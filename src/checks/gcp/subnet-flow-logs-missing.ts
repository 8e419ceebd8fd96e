import { isForMachines, subnets } from '../../graph/gcp/subnets.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/subnet-flow-logs-missing',
  title: 'Subnet without flow logs',
  dimension: 'observability',
  severity: 'low',
  why: 'Without flow logs nobody can tell afterwards what a machine talked to: not where data went in an incident, nor which of two services fills the line. Sampled and aggregated over ten minutes they cost little.',
  sameAs: [
    'checkov:CKV_GCP_26',
    'kics:terraform/gcp/google_compute_subnetwork_logging_disabled',
    'regula:FG_R00409',
    'trivy:GCP-0029',
    'trivy:GCP-0076',
  ],
  controls: ['cis-gcp:3.8', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://cloud.google.com/vpc/docs/flow-logs'],
  visits: subnets,
  judge({ resource, node }) {
    if (!isForMachines(node)) return;
    // providers before version 3 had a switch
    if (node.has('log_config') || node.flag('enable_flow_logs') === true) return;
    return {
      message: `${resource.address} keeps no record of its traffic: add log_config, with a long aggregation_interval and a low flow_sampling where it carries much.`,
      fix: {
        safety: 'unsafe',
        summary: 'keep flow logs, aggregated over ten minutes (they are paid by the gigabyte)',
        edits: [
          { op: 'set', in: node, path: ['log_config', 'aggregation_interval'], value: 'INTERVAL_10_MIN' },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "google_compute_subnetwork" "workers" {\n  name          = "workers"\n  network       = "shop"\n  ip_cidr_range = "10.2.0.0/16"\n}\n',
    good: 'resource "google_compute_subnetwork" "workers" {\n  name          = "workers"\n  network       = "shop"\n  ip_cidr_range = "10.2.0.0/16"\n\n  log_config {\n    aggregation_interval = "INTERVAL_10_MIN"\n    flow_sampling        = 0.5\n  }\n}\n',
  },
});
