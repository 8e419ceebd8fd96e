import {
  byCompute,
  clusterName,
  endedTasks,
  logsOf,
  metric,
  named,
  releasesOf,
  replicasOf,
  rollBack,
  stoppedTasks,
} from './ground.ts';
import type { Runbook } from './runbook.ts';

export const serviceDown: Runbook = {
  name: 'service-down',
  title: 'Service has no ready replica',
  users: 'Everything that this service does is down, and whatever calls it fails with it.',
  look: (ground) => [
    { what: 'What happened to the replicas?', command: replicasOf(ground) },
    {
      what: 'Why are they not ready?',
      command: byCompute(ground, {
        eks: 'kubectl describe pod -n "$NAMESPACE" -l app.kubernetes.io/name="$SERVICE" | sed -n "/State:/,/Ready:/p;/Events:/,\\$p" | tail -40',
        ecs: `${stoppedTasks(ground, `--service-name "${named(ground, 'service')}"`)}\n${endedTasks(ground)}`,
        functions: replicasOf(ground),
      }),
    },
    {
      what: 'What did the last of them say?',
      command: byCompute(ground, {
        eks: 'kubectl logs -n "$NAMESPACE" -l app.kubernetes.io/name="$SERVICE" --previous --tail=100',
        ecs: logsOf(ground),
        functions: logsOf(ground),
      }),
    },
    { what: 'What changed?', command: releasesOf(ground) },
  ],
  causes: [
    ['A release that does not start', 'new replicas only, with an error in their first lines'],
    ['A secret or variable that is missing', '`CreateContainerConfigError`, or the program names it', 'eks'],
    ['A secret or variable that is missing', '`ResourceInitializationError`, or the program names it', 'ecs'],
    ['A datastore that cannot be reached', 'ready fails, live does not; the datastore has an alert'],
    ['No room', 'pods are pending: see `pods-find-no-node`', 'eks'],
    ['No room', 'events say that capacity is unavailable, in one zone or on spot', 'ecs'],
    ['An image that is gone', '`ImagePullBackOff`', 'eks'],
    ['An image that is gone', '`CannotPullContainerError`', 'ecs'],
  ],
  mitigate: (ground) => [
    rollBack(ground),
    'A datastore: follow its runbook; restarting the service does not help.',
    'Is nothing wrong with it but the check of readiness? Do not remove the check; find what it waits for.',
  ],
  after: [
    'Why did the roll-out not stop at the first replica that was not ready?',
    'Did callers fall over as well? They should have failed fast, and partly.',
  ],
};

export const replicasMissing: Runbook = {
  name: 'replicas-missing',
  title: 'Too few ready replicas',
  users: 'Nothing, as long as the others stand the load. A zone or a release less, and it is felt.',
  look: (ground) => [
    { what: 'Which replicas are missing, and why?', command: replicasOf(ground) },
    { what: 'Is a release stuck?', command: releasesOf(ground) },
  ],
  causes: [
    ['A release that is stuck', 'old replicas are ready, new ones are not'],
    ['A node or zone less', 'pods are pending, or all the missing ones were in one zone', 'eks'],
    ['A zone less, or spot taken back', 'all the missing ones were in one zone, or on spot', 'ecs'],
    ['A replica that does not become ready', 'it waits for something that the others still have'],
  ],
  mitigate: (ground) => [
    rollBack(ground),
    ground.compute === 'eks'
      ? 'No room: go on with runbook `pods-find-no-node`.'
      : 'No room: ECS goes on trying, in other zones as well; for spot, let the service run on demand meanwhile.',
  ],
  after: ['Is the least number of replicas enough to lose a zone? `plinth simulate` tells.'],
};

export const serviceAtItsMost: Runbook = {
  name: 'service-at-its-most',
  title: 'Service cannot be scaled out further',
  users: 'Answers get slower with each further request; at some point they fail.',
  look: (ground) => [
    {
      what: 'How busy are the replicas?',
      command: byCompute(ground, {
        eks: 'kubectl describe hpa -n "$NAMESPACE" "$SERVICE" | sed -n "/Metrics/,/Events/p"\nkubectl top pods -n "$NAMESPACE" -l app.kubernetes.io/name="$SERVICE"',
        ecs: metric(
          'AWS/ECS',
          'CPUUtilization',
          'Average',
          `Name=ClusterName,Value=${clusterName(ground)} Name=ServiceName,Value="${named(ground, 'service')}"`,
        ),
        functions: metric(
          'AWS/Lambda',
          'ConcurrentExecutions',
          'Maximum',
          `Name=FunctionName,Value="${named(ground, 'function')}"`,
        ),
      }),
    },
    {
      what: 'Is the load real? Compare the rate of requests with the same hour of last week on the dashboard.',
    },
  ],
  causes: [
    ['More load than was planned for', 'rate and processors rose together'],
    ['Each request costs more', 'the rate is as ever: a release, or larger data'],
    ['Somebody retries without a pause', 'the rate rose at once, from one caller, with errors'],
  ],
  mitigate: (ground) => [
    'Raise `scale.max` of the service in `plinth.yaml`; what it needs (connections of the database above all) has to stand that.',
    rollBack(ground),
  ],
  after: ['Set `scale.max` to what the greatest load of the next quarter needs, with a third to spare.'],
};
