import type { Environment } from '../../environment.ts';
import { FileSet, type Files } from '../../target.ts';
import { type YamlMap, yaml, yamlStream } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { differs, objectFiles, objectFolder } from '../addon-files.ts';
import { charts } from '../charts.ts';
import { addonBase, addonFolder } from '../repository.ts';
import { writtenByOthers } from '../written-by-others.ts';

const kustomization = (rest: YamlMap): string =>
  yaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', ...rest });

/** A release of a chart, and folders that hand it its values as ConfigMaps. */
export function fluxRelease(addon: Addon, environments: readonly Environment[]): Files {
  const base = addonBase(addon.name);
  const hasValues = Object.keys(addon.values).length > 0;
  const files = new FileSet()
    .add(`${base}/release.yaml`, yamlStream([repositoryOf(addon), releaseOf(addon)]))
    .add(
      `${base}/kustomization.yaml`,
      kustomization({
        resources: ['release.yaml'],
        ...(hasValues && { configMapGenerator: [valuesMap(`${addon.name}-values`)] }),
      }),
    );
  for (const environment of environments) {
    const objects = objectFiles(addon, environment).map(([file]) => `${file}.yaml`);
    if (addon.objectsAfter && objects.length > 0)
      files.add(
        `${objectFolder(addon, environment)}/kustomization.yaml`,
        kustomization({ resources: objects }),
      );
    files.add(
      `${addonFolder(addon.name, environment)}/kustomization.yaml`,
      kustomization({
        resources: ['../../base', ...(addon.objectsAfter ? [] : objects)],
        ...(differs(addon) && {
          configMapGenerator: [valuesMap(`${addon.name}-values-here`)],
        }),
      }),
    );
  }
  return files.files;
}

/** A ConfigMap that releases follow when it changes. */
export function valuesMap(name: string, file = 'values.yaml'): YamlMap {
  return {
    name,
    namespace: 'flux-system',
    files: [file === 'values.yaml' ? file : `values.yaml=${file}`],
    options: { disableNameSuffixHash: true, labels: { 'reconcile.fluxcd.io/watch': 'Enabled' } },
  };
}

function repositoryOf({ name }: Addon): YamlMap {
  const { repository } = charts[name];
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
    metadata: { name, namespace: 'flux-system' },
    spec: { interval: '1h', ...(repository.startsWith('oci://') && { type: 'oci' }), url: repository },
  };
}

function releaseOf(addon: Addon): YamlMap {
  const { chart, version } = charts[addon.name];
  const hasValues = Object.keys(addon.values).length > 0;
  const sources = [
    ...(addon.valuesKeptIn ? [`${addon.name}-values-observability`] : []),
    ...(hasValues ? [`${addon.name}-values`] : []),
    ...(differs(addon) ? [`${addon.name}-values-here`] : []),
  ];
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: addon.name, namespace: 'flux-system' },
    spec: {
      interval: '30m',
      timeout: '10m',
      releaseName: addon.name,
      targetNamespace: addon.namespace,
      storageNamespace: addon.namespace,
      serviceAccountName: 'helm-controller',
      maxHistory: 5,
      chart: {
        spec: {
          chart,
          version,
          interval: '12h',
          sourceRef: { kind: 'HelmRepository', name: addon.name },
        },
      },
      install: { crds: 'CreateReplace', remediation: { retries: 5 } },
      upgrade: {
        crds: 'CreateReplace',
        cleanupOnFail: true,
        remediation: { retries: 3, strategy: 'rollback', remediateLastFailure: true },
      },
      // what somebody changed by hand is changed back
      driftDetection: {
        mode: 'enabled',
        ignore: [
          { paths: ['/spec/replicas'], target: { kind: 'Deployment' } },
          ...(writtenByOthers[addon.name] ?? []).map(({ kind, name, pointer }) => ({
            paths: [pointer],
            target: { kind, ...(name !== undefined && { name }) },
          })),
        ],
      },
      ...(sources.length > 0 && {
        valuesFrom: sources.map((name) => ({ kind: 'ConfigMap', name, valuesKey: 'values.yaml' })),
      }),
    },
  };
}
