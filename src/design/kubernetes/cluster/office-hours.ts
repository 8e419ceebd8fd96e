import type { Environment } from '../../environment.ts';
import { isSwitchedInCluster, officeHoursAccount, officeHoursNames } from '../../office-hours.ts';
import { restrictedContainer, restrictedPod } from '../../restricted.ts';
import { onSystemNodes } from '../../system-nodes.ts';
import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { controllerKindOf } from '../workload/controller-kind.ts';

/**
 * The client of the API of Kubernetes, of one of the minor versions that the API of the cluster takes, without a shell.
 * The tag is for people; the digest is what runs.
 */
export const kubectlImage =
  'registry.k8s.io/kubectl:v1.35.3@sha256:8dad99b604a2c0bafe17f53cadf78482d6f667a6da687f385508f5f4e4696d37';

/** Brings services to no replica in the evening and back in the morning; nodes follow through what adds and removes them. */
export function officeHoursOf(environment: Environment): YamlMap[] {
  const { schedule } = environment;
  if (!schedule || !isSwitchedInCluster(environment)) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: officeHoursAccount,
      automountServiceAccountToken: false,
    },
    switching(environment, officeHoursNames.off, schedule.stop, () => 0),
    switching(environment, officeHoursNames.on, schedule.start, ({ scale }) => scale.min),
  ];
}

function switching(
  environment: Environment,
  name: string,
  when: string,
  replicasOf: (service: Service) => number,
): YamlMap {
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'platform' };
  const timezone = environment.schedule!.timezone;
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, namespace: officeHoursAccount.namespace, labels },
    spec: {
      schedule: when,
      timeZone: timezone === 'UTC' ? 'Etc/UTC' : timezone,
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: why(7200, 'Two hours late is better than not at all.'),
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        metadata: { labels },
        spec: {
          activeDeadlineSeconds: 900,
          backoffLimit: 5,
          ttlSecondsAfterFinished: 43_200,
          template: {
            metadata: { labels },
            spec: {
              ...onSystemNodes(environment),
              serviceAccountName: officeHoursAccount.name,
              automountServiceAccountToken: why(true, 'It asks the API of Kubernetes, and nothing else.'),
              enableServiceLinks: false,
              restartPolicy: 'Never',
              priorityClassName: 'system-cluster-critical',
              terminationGracePeriodSeconds: 30,
              securityContext: restrictedPod(65532),
              containers: commandsOf(environment.services, replicasOf).map(containerOf),
            },
          },
        },
      },
    },
  };
}

interface Command {
  readonly namespace: string;
  readonly replicas: number;
  readonly targets: readonly string[];
}

/** One command for each team and each number of replicas. An autoscaler leaves alone what has none, and takes over what has some. */
function commandsOf(services: readonly Service[], replicasOf: (service: Service) => number): Command[] {
  const groups = new Map<string, Command>();
  for (const one of services) {
    const [namespace, replicas] = [one.namespace, replicasOf(one)];
    const key = `${namespace}-${replicas}`;
    const target = `${controllerKindOf(one).kind === 'Rollout' ? 'rollouts.argoproj.io' : 'deployments.apps'}/${one.name}`;
    groups.set(key, { namespace, replicas, targets: [...(groups.get(key)?.targets ?? []), target] });
  }
  return [...groups.values()];
}

function containerOf({ namespace, replicas, targets }: Command): YamlMap {
  return {
    name: `${namespace.slice(0, 50)}-to-${replicas}`,
    image: kubectlImage,
    args: ['scale', `--namespace=${namespace}`, `--replicas=${replicas}`, ...targets],
    resources: {
      requests: { cpu: '25m', memory: '64Mi', 'ephemeral-storage': '16Mi' },
      limits: { memory: '64Mi', 'ephemeral-storage': '64Mi' },
    },
    securityContext: restrictedContainer,
  };
}
