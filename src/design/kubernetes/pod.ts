import type { Job, Service } from '../workload.ts';
import type { YamlMap } from '../yaml/yaml.ts';

/** Labels that find the pods of a workload; they never change. */
export function selectorOf({ name, namespace }: Service | Job): YamlMap {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': namespace };
}

/** A pod at the restricted level, with its one container. */
export function podOf(workload: Service | Job, container: YamlMap, rest: YamlMap): YamlMap {
  return {
    serviceAccountName: workload.name,
    // EKS Pod Identity mounts a token of its own
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      fsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    ...(workload.spot && {
      tolerations: [{ key: 'plinth.dev/spot', operator: 'Equal', value: 'true', effect: 'NoSchedule' }],
    }),
    ...rest,
    containers: [
      {
        name: workload.name,
        image: workload.image,
        ...(workload.command.length > 0 && { args: [...workload.command] }),
        envFrom: [
          { configMapRef: { name: `${workload.name}-variables` } },
          ...workload.secrets.map(({ name }) => ({ secretRef: { name } })),
        ],
        resources: {
          requests: {
            cpu: `${workload.requests.cpuMilli}m`,
            memory: `${workload.requests.memoryMi}Mi`,
            'ephemeral-storage': '128Mi',
          },
          limits: { memory: `${workload.limits.memoryMi}Mi`, 'ephemeral-storage': '1Gi' },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        ...container,
        volumeMounts: [{ name: 'scratch', mountPath: '/tmp' }],
      },
    ],
    volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '512Mi' } }],
  };
}
