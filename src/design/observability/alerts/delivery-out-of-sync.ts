import type { Alert } from '../alert.ts';

const argo = 'argocd_app_info{name="gateway", project="apps", dest_namespace="a", job="argocd-metrics"';
/** What waits for somebody to sync it differs on purpose. */
const differing = [
  'argocd_app_info{autosync_enabled="true", sync_status!="Synced"}',
  'argocd_app_info{autosync_enabled="true", health_status="Missing"}',
];
const flux =
  'gotk_resource_info{name="apps", exported_namespace="flux-system", customresource_kind="Kustomization"';

export const deliveryOutOfSync: Alert = {
  name: 'DeliveryOutOfSync',
  group: 'delivery',
  severity: 'warning',
  runbook: 'delivery-out-of-sync',
  rules({ architecture }) {
    const common = { for: '30m', owner: 'system' } as const;
    switch (architecture.delivery.gitops) {
      case 'argocd':
        return [
          {
            ...common,
            expr: `max by (name) (${[...differing, 'argocd_app_info{health_status="Degraded"}'].join(' or ')}) > 0`,
            summary: 'The cluster is not what the repository says: {{ $labels.name }}',
            description:
              'Application {{ $labels.name }} has been degraded for half an hour, or out of sync or missing although it syncs by itself: a change does not arrive, or somebody changed the cluster by hand.',
          },
        ];
      case 'flux':
        return [
          {
            ...common,
            expr: 'max by (customresource_kind, name) (gotk_resource_info{ready="False", suspended!="true"}) > 0',
            summary: 'The cluster is not what the repository says: {{ $labels.name }}',
            description:
              '{{ $labels.customresource_kind }} {{ $labels.name }} has failed to reconcile for half an hour: a change does not arrive.',
          },
        ];
      default:
        return [];
    }
  },
  cases({ architecture }) {
    switch (architecture.delivery.gitops) {
      case 'argocd':
        return [
          {
            about: 'an application is out of sync',
            series: {
              [`${argo}, autosync_enabled="true", sync_status="OutOfSync", health_status="Healthy"}`]: '1x60',
            },
            at: '40m',
            fires: [{ labels: { name: 'gateway' } }],
          },
          {
            about: 'a change waits for its approval',
            series: {
              [`${argo}, autosync_enabled="false", sync_status="OutOfSync", health_status="Missing"}`]:
                '1x60',
            },
            at: '40m',
          },
          {
            about: 'what was approved is unwell',
            series: {
              [`${argo}, autosync_enabled="false", sync_status="Synced", health_status="Degraded"}`]: '1x60',
            },
            at: '40m',
            fires: [{ labels: { name: 'gateway' } }],
          },
          {
            about: 'an application is being rolled out',
            series: {
              [`${argo}, autosync_enabled="true", sync_status="Synced", health_status="Progressing"}`]:
                '1x60',
            },
            at: '40m',
          },
        ];
      case 'flux':
        return [
          {
            about: 'a change is refused',
            series: { [`${flux}, ready="False", suspended="false"}`]: '1x60' },
            at: '40m',
            fires: [{ labels: { customresource_kind: 'Kustomization', name: 'apps' } }],
          },
          {
            about: 'somebody stopped it on purpose',
            series: { [`${flux}, ready="False", suspended="true"}`]: '1x60' },
            at: '40m',
          },
        ];
      default:
        return [];
    }
  },
};
