import type { YamlMap } from '../../yaml/yaml.ts';

export interface KustomizationParts {
  readonly name: string;
  readonly namespace: string;
  readonly path: string;
  /** names of Kustomizations in the same namespace that have to be ready before it */
  readonly after: readonly string[];
  /** whose rights it is applied with */
  readonly account: string;
  readonly source: string;
  /** where everything in it has to be */
  readonly targetNamespace?: string;
  /** other things live in its objects: they stay when it is deleted */
  readonly keeps?: boolean;
}

/** A folder that Flux applies, waits for, and keeps as Git says. */
export function fluxKustomization(parts: KustomizationParts): YamlMap {
  const { name, namespace, path, after, account, source, targetNamespace, keeps } = parts;
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name, namespace },
    spec: {
      interval: '10m',
      retryInterval: '1m',
      timeout: '10m',
      path: `./${path}`,
      prune: true,
      ...(keeps && { deletionPolicy: 'Orphan' }),
      wait: true,
      serviceAccountName: account,
      ...(targetNamespace !== undefined && { targetNamespace }),
      sourceRef: { kind: 'GitRepository', name: source },
      ...(after.length > 0 && { dependsOn: after.map((one) => ({ name: one })) }),
    },
  };
}
