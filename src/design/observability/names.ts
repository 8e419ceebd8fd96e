/** The label `job` of probes of hosts. */
export const probeJob = 'endpoints';

/** The label `job` that each part of the monitoring stack is scraped under. */
export const jobs = {
  objects: 'kube-state-metrics',
  nodes: 'node-exporter',
  cloudwatch: 'prometheus-yet-another-cloudwatch-exporter',
} as const;
