import {
  byCompute,
  clusterName,
  endedTasks,
  type Ground,
  logsKept,
  logsOf,
  metric,
  named,
  releasesOf,
  replicasOf,
  rollBack,
  stoppedTasks,
} from './ground.ts';
import type { Runbook } from './runbook.ts';

/** What a container that has ended said last. */
function previous(ground: Ground): string {
  return byCompute(ground, {
    eks: 'kubectl logs -n "$NAMESPACE" <pod> -c "$CONTAINER" --previous --tail=100',
    ecs: logsOf(ground),
    functions: logsOf(ground),
  });
}

/** In a cluster alerts name the container, elsewhere the service. */
function asContainer(ground: Ground, command: string): string {
  return ground.compute === 'eks' ? command.replaceAll('$SERVICE', '$CONTAINER') : command;
}

function memoryUsed(ground: Ground): string {
  return byCompute(ground, {
    eks: 'kubectl top pods -n "$NAMESPACE" --containers | grep "$CONTAINER"',
    ecs: metric(
      'AWS/ECS',
      'MemoryUtilization',
      'Maximum',
      `Name=ClusterName,Value=${clusterName(ground)} Name=ServiceName,Value="${named(ground, 'service')}"`,
    ),
    functions: `aws logs tail "/aws/lambda/${named(ground, 'function')}" --since 3h --filter-pattern '"maxMemoryUsedMB"' | tail -20`,
  });
}

export const containersRestart: Runbook = {
  name: 'containers-restart',
  title: 'Containers are restarted again and again',
  users:
    'Requests that a container was working on when it ended are lost; the others carry the load meanwhile.',
  look: (ground) => [
    {
      what: 'Which ones, and how did their containers end?',
      command: byCompute(ground, {
        eks: 'kubectl get pods -n "$NAMESPACE" -o jsonpath=\'{range .items[*]}{.metadata.name}{"\\t"}{.status.containerStatuses[*].restartCount}{"\\t"}{.status.containerStatuses[*].lastState.terminated.reason}{"\\t"}{.status.containerStatuses[*].lastState.terminated.exitCode}{"\\n"}{end}\'',
        ecs: `${stoppedTasks(ground, `--service-name "${named(ground, 'service')}"`)}\n${endedTasks(ground)}`,
        functions: logsOf(ground),
      }),
    },
    { what: `What did one say last? If it is gone, ${logsKept(ground)}.`, command: previous(ground) },
  ],
  causes: [
    ['It ends by itself', 'exit code 1 or 2, with an error in its last lines'],
    ['It is killed for memory', 'reason `OOMKilled`: see `out-of-memory`', 'eks'],
    ['It is killed for memory', 'exit code 137, and a reason that begins with `OutOfMemoryError`', 'ecs'],
    [
      'It fails its check of life',
      'events say `Liveness probe failed`: it hangs, or is too busy to answer',
      'eks',
    ],
    [
      'It fails its check of health',
      'events name failed health checks: it hangs, or is too busy to answer',
      'ecs',
    ],
    ['What it needs at the start is not there', 'it ends seconds after it began'],
  ],
  mitigate: (ground) => [
    rollBack(ground),
    'It fails its check of life under load: it needs more processors or replicas, not a longer time-out.',
  ],
  after: ['A program that ends when something it needs is away should wait for it instead.'],
};

export const containerCannotStart: Runbook = {
  name: 'container-cannot-start',
  title: 'Container does not start',
  users:
    'Nothing while the old replicas go on; a release does not arrive, and a lost replica is not replaced.',
  look: (ground) => [
    {
      what: 'What exactly stops it?',
      command: byCompute(ground, {
        eks: 'kubectl get events -n "$NAMESPACE" --field-selector type=Warning --sort-by=.lastTimestamp | tail -20',
        ecs: `${stoppedTasks(ground, `--service-name "${named(ground, 'service')}"`)}\n${endedTasks(ground)}`,
        functions: replicasOf(ground),
      }),
    },
    { what: 'Which replicas are it?', command: asContainer(ground, replicasOf(ground)) },
  ],
  causes: [
    [
      '`ImagePullBackOff`: an image that is not there',
      'the digest was never pushed, or was cleaned away',
      'eks',
    ],
    ['`ImagePullBackOff`: a registry that refuses', '401 or 429 in the event', 'eks'],
    [
      '`CreateContainerConfigError`',
      'a Secret or ConfigMap, or a key of it, is missing: see `secret-not-synced`',
      'eks',
    ],
    ['`CrashLoopBackOff`', 'it starts and ends: see `containers-restart`', 'eks'],
    [
      '`CannotPullContainerError`, `ResourceInitializationError`',
      'the image or a secret cannot be read: the reason names which',
      'ecs',
    ],
    ['Checks of health fail', 'it runs, and does not answer where it is asked', 'ecs'],
  ],
  mitigate: (ground) => [
    rollBack(ground),
    'The image was cleaned away: build the commit once more, and release that.',
  ],
  after: ['A digest that is deployed anywhere must not be cleaned away: check the rules of the registry.'],
};

export const outOfMemory: Runbook = {
  name: 'out-of-memory',
  title: 'Container ran out of memory',
  users:
    'The requests that it was working on are lost. Once is a hiccup; with each large request it is an outage of that request.',
  look: (ground) => [
    {
      what: 'How fast did its memory grow? A straight line over days is a leak, a step is one large request.',
      command: memoryUsed(ground),
    },
    { what: 'What did it do last?', command: previous(ground) },
    { what: 'Since which release?', command: asContainer(ground, releasesOf(ground)) },
  ],
  causes: [
    ['A leak', 'the same line after each restart'],
    ['One request that is too large', 'it happens to one path, or at the time of one job'],
    ['A heap that does not know its limit', 'the runtime was told to take more than the limit'],
    ['More at once', 'memory follows the number of requests under way'],
  ],
  mitigate: (ground) => [
    'Raise `resources.memory` of the workload in `plinth.yaml` by half, so that there is time.',
    rollBack(ground),
  ],
  after: ['Take a profile of its memory before the next restart; raising the limit is not a repair.'],
};

export const memoryNearLimit: Runbook = {
  name: 'memory-near-limit',
  title: 'Memory nearly used up',
  users: 'Nothing yet. The next large request ends the container, and what it was working on.',
  look: (ground) => [
    {
      what: 'Does it grow, or is it always there?',
      command: memoryUsed(ground),
    },
    { what: 'Since which release?', command: asContainer(ground, releasesOf(ground)) },
  ],
  causes: [
    ['A cache that fills what there is', 'it stays just below the limit for days'],
    ['A leak', 'it grows without a pause: see `out-of-memory`', 'eks'],
    ['A leak', 'it grows without a pause, until the task is killed', 'ecs'],
    ['A limit that was guessed', 'it has been so since the first day'],
  ],
  mitigate: (ground) => [
    'Raise `resources.memory` in `plinth.yaml`, or lower what the program may keep.',
    `Is it a leak? Restart one replica at a time, outside of busy hours, until it is repaired: ${byCompute(
      ground,
      {
        eks: '`kubectl rollout restart`',
        ecs: `\`aws ecs update-service --cluster ${clusterName(ground)} --service "${named(ground, 'service')}" --force-new-deployment\``,
        functions: 'Lambda does so by itself',
      },
    )}.`,
  ],
  after: ['Set the request to what it uses at its busiest, and a quarter more.'],
};
