import type { YamlMap } from '../../yaml/yaml.ts';

/** Kinds of Flux that say whether they are ready, each with its plural. */
const kinds = [
  ['kustomize.toolkit.fluxcd.io', 'v1', 'Kustomization', 'kustomizations'],
  ['helm.toolkit.fluxcd.io', 'v2', 'HelmRelease', 'helmreleases'],
  ['source.toolkit.fluxcd.io', 'v1', 'GitRepository', 'gitrepositories'],
  ['source.toolkit.fluxcd.io', 'v1', 'HelmRepository', 'helmrepositories'],
  ['source.toolkit.fluxcd.io', 'v1', 'HelmChart', 'helmcharts'],
] as const;

/**
 * Has kube-state-metrics tell of Flux as `gotk_resource_info`, which Flux itself no longer does.
 * Source: kube-state-metrics, docs/metrics/extend/customresourcestate-metrics.md.
 */
export const fluxState: YamlMap = {
  rbac: {
    extraRules: [...new Set(kinds.map(([group]) => group))].map((group) => ({
      apiGroups: [group],
      resources: kinds.filter(([of]) => of === group).map(([, , , plural]) => plural),
      verbs: ['list', 'watch'],
    })),
  },
  customResourceState: {
    enabled: true,
    config: {
      kind: 'CustomResourceStateMetrics',
      spec: {
        resources: kinds.map(([group, version, kind]) => ({
          groupVersionKind: { group, version, kind },
          metricNamePrefix: 'gotk',
          metrics: [
            {
              name: 'resource_info',
              help: 'What Flux says of itself',
              each: {
                type: 'Info',
                info: {
                  labelsFromPath: {
                    name: ['metadata', 'name'],
                    exported_namespace: ['metadata', 'namespace'],
                    ready: ['status', 'conditions', '[type=Ready]', 'status'],
                    suspended: ['spec', 'suspend'],
                  },
                },
              },
            },
          ],
        })),
      },
    },
  },
};
