import { flow, type YamlMap } from './yaml/yaml.ts';

/** What Kubernetes' Pod Security Standards ask for at their restricted level, and a root that cannot be written to. */
export const restrictedContainer = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: flow(['ALL']) },
} as const satisfies YamlMap;

/** The same for a pod. @param user its number, which is that of its group too; that of the image where none is given */
export function restrictedPod(user?: number): YamlMap {
  return {
    runAsNonRoot: true,
    ...(user !== undefined && { runAsUser: user, runAsGroup: user }),
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** The same for a pod that writes to volumes. */
export function restrictedWriter(user: number): YamlMap {
  return {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}
