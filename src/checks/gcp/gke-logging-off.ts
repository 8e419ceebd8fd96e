import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-logging-off',
  title: 'GKE cluster without logs or metrics',
  dimension: 'observability',
  severity: 'medium',
  why: 'Switched off, neither the control plane nor the pods leave logs or metrics behind: an outage cannot be explained, and a break-in leaves no trace once its pod is gone. The system components alone cost little.',
  sameAs: [
    'checkov:CKV_GCP_1',
    'checkov:CKV_GCP_8',
    'kics:terraform/gcp/stackdriver_logging_disabled',
    'kics:terraform/gcp/stackdriver_monitoring_disabled',
    'trivy:GCP-0052',
    'trivy:GCP-0060',
  ],
  controls: ['cis-gke:5.7.1', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/concepts/about-logs'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    return (['logging', 'monitoring'] as const).flatMap((kind) => {
      const old = node.get(`${kind}_service`);
      if (old?.text() === `${kind}.googleapis.com`)
        return [
          {
            message: `${resource.address} names a service that GKE has retired: take ${kind}_service out, or set it to "${kind}.googleapis.com/kubernetes".`,
            at: old,
            key: kind,
            severity: 'low' as const,
          },
        ];
      const off = offAt(node, kind);
      if (!off) return [];
      const service = kind === 'logging' ? 'logs' : 'metrics';
      return [
        {
          message: `${resource.address} sends no ${service} anywhere: set ${kind}_config.enable_components to at least ["SYSTEM_COMPONENTS"${kind === 'logging' ? ', "WORKLOADS"' : ''}].`,
          at: off,
          key: kind,
        },
      ];
    });
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name            = "shop"\n  location        = "europe-west3"\n  logging_service = "none"\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n\n  logging_config {\n    enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS"]\n  }\n}\n',
  },
});

function offAt(node: Node, kind: 'logging' | 'monitoring'): Node | undefined {
  const service = node.get(`${kind}_service`);
  if (service?.text()?.toLowerCase() === 'none') return service;
  // managed Prometheus is a way of its own to have metrics
  if (kind === 'monitoring' && node.flag('monitoring_config', 'managed_prometheus', 'enabled') === true)
    return undefined;
  const components = node.get(`${kind}_config`, 'enable_components');
  return components && node.list(`${kind}_config`, 'enable_components').length === 0 ? components : undefined;
}
