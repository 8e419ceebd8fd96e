import { byCompute, logsKept, logsOf, releasesOf, replicasOf, rollBack } from './ground.ts';
import type { Runbook } from './runbook.ts';

export const errorBudgetBurnsFast: Runbook = {
  name: 'error-budget-burns-fast',
  title: 'Error budget burns fast',
  users:
    'People meet failures, or wait longer than was promised, right now and in numbers that count: at this rate the budget of 30 days is gone in two to five days. Which of the two it is, availability or latency, is in the name of the objective (`slo`).',
  look: (ground) => [
    { what: 'Did something change? Most fast burns begin with a release.', command: releasesOf(ground) },
    { what: 'Are the replicas well?', command: replicasOf(ground) },
    {
      what: `What do they say? Look for the first error, not the loudest; ${logsKept(ground)}.`,
      command: logsOf(ground),
    },
    {
      what: 'Is it the service, or something that it needs? On its dashboard the row of dependencies shows which of them went bad first.',
    },
  ],
  causes: [
    ['A release', 'the failures began within minutes of it, on new replicas only'],
    ['A dependency', 'timeouts and refused connections in the logs, and its own alert or dashboard'],
    ['Load', 'the rate of requests doubled, and replicas are at their most'],
    ['One bad replica or zone', 'the failures come from one pod, task or zone'],
    ['A client', 'one caller or path makes up nearly all failures'],
  ],
  mitigate: (ground) => [
    rollBack(ground),
    'Is a dependency down? Follow its runbook; meanwhile turn off what can do without it, if the service has a switch for that.',
    byCompute(ground, {
      eks: 'Is it load? Raise `maxReplicas` in the overlay of the environment, or for now `kubectl patch hpa "$SERVICE" -n "$NAMESPACE" -p \'{"spec":{"maxReplicas":…}}\'`, and merge the same within the hour, or GitOps takes it back.',
      ecs: 'Is it load? Raise `max` of the service in its Terraform root and apply it through the pipeline.',
      functions: 'Is it load? Look at throttles first (runbook `function-throttled`).',
    }),
    byCompute(ground, {
      eks: 'Is it one replica? `kubectl delete pod -n "$NAMESPACE" <pod>`; a new one takes its place.',
      ecs: 'Is it one task? `aws ecs stop-task` on it; a new one takes its place.',
      functions:
        'Does it fail for one kind of event only? Let those go to the queue of failed events, and repair forward.',
    }),
  ],
  after: [
    'Write down when it began, when somebody knew, and when it ended: the differences are what can be improved.',
    'Hold a blameless review if more than a fifth of the budget was spent.',
    'Was it a release? Find out which test or which step of the roll-out would have stopped it.',
  ],
};

export const errorBudgetBurnsSlowly: Runbook = {
  name: 'error-budget-burns-slowly',
  title: 'Error budget burns slowly',
  users:
    'A few people meet failures, all the time. Nobody has to get up, but if it goes on the objective of the month is missed.',
  look: (ground) => [
    {
      what: 'Which requests fail? Compare by outcome and path on the dashboard of the service, over a week.',
    },
    {
      what: 'Since when? Hold the beginning against releases and against changes of what it needs.',
      command: releasesOf(ground),
    },
    { what: 'What do the failing ones have in common?', command: logsOf(ground) },
  ],
  causes: [
    ['A rare path that always fails', 'one path or kind of message has all the failures'],
    ['Time-outs at the edge of the limit', 'the failures take exactly as long as a time-out'],
    ['Restarts', 'failures come in bursts with restarts or releases: replicas end before their requests do'],
    ['Slow growth', 'the share of slow requests follows the size of a table or queue'],
  ],
  mitigate: (ground) => [
    'Make a ticket of the owner, with the share of failures and the first finding; it goes before new features.',
    rollBack(ground),
  ],
  after: [
    'Has the objective been missed for two months? Then either the service or the objective has to change: say which.',
  ],
};

export const errorBudgetSpent: Runbook = {
  name: 'error-budget-spent',
  title: 'Error budget spent',
  users:
    'Over the last 30 days more requests failed, or were slow, than was promised. It may be quiet now; the promise is broken all the same.',
  look: () => [
    {
      what: 'When was it spent: in one incident, or bit by bit? The panel of the remaining budget shows steps or a slope.',
    },
    {
      what: 'Does it still go on? Look whether `ErrorBudgetBurnsFast` or `ErrorBudgetBurnsSlowly` fires as well.',
    },
  ],
  causes: [
    ['One incident', 'a single step in the remaining budget'],
    ['Many small ones', 'a slope: see runbook `error-budget-burns-slowly`'],
    ['An objective that was never kept', 'it has been below zero since it was measured'],
  ],
  mitigate: () => [
    'Stop releases of the service other than repairs, until the remaining budget is above zero again.',
    'Use the time for what the last incidents asked for.',
  ],
  after: [
    'Tell those who rely on the service, in the words of the objective.',
    'Decide with the owner whether the objective is right; it is a line in `plinth.yaml`.',
  ],
};

export const objectiveNotMeasured: Runbook = {
  name: 'objective-not-measured',
  title: 'Objective not measured',
  users:
    'Nothing, yet. But if the service failed, no alert on its objective would say so; only the probe of its host and its replicas are watched.',
  look: (ground) => [
    {
      what: 'Does the service give the metrics that were agreed? They have to be on its port, at its path of metrics.',
      command: byCompute(ground, {
        eks: 'kubectl port-forward -n "$NAMESPACE" deploy/"$SERVICE" 8080:main &\ncurl -s localhost:8080/metrics | grep -E "^(http_requests_total|http_request_duration_seconds|grpc_server_handled_total|grpc_server_handling_seconds)" | head',
        ecs: logsOf(ground),
        functions: replicasOf(ground),
      }),
    },
    {
      what: 'Is it collected? Prometheus, page *Targets*: look for the name of the service, and for why it is down.',
    },
    {
      what: 'Is only the latency missing? Then the histogram has no bucket whose bound is the objective (such as `le="0.3"` for 300 ms).',
    },
  ],
  causes: [
    ['The service does not count its requests', 'its page of metrics has none of the names'],
    ['The bucket of the objective is missing', 'there are buckets, and none with that bound'],
    ['The collector cannot reach it', 'the target is down: a network policy, a port, or mutual TLS'],
    [
      'Nobody has called it since it started',
      'counters with labels appear with the first request: look at a quiet service again after one',
    ],
  ],
  mitigate: () => [
    'Add the metrics or the bucket to the service; libraries of Prometheus and gRPC have them under these names.',
    'Until then look at its dashboard by hand after each release.',
  ],
  after: ['Make the names of the metrics part of the template that services are started from.'],
};
