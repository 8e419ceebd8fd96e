import { isSwitchedAtAll, isSwitchedByAws, officeHoursName } from '../../office-hours.ts';
import type { Ground } from './ground.ts';
import type { Runbook, Step } from './runbook.ts';

/** Environments that are off at times, each with the queue of what could not be switched. */
function queuesOf({ architecture }: Ground): readonly string[] {
  return architecture.environments.filter(isSwitchedByAws).map((one) => `${officeHoursName(one)}-missed`);
}

function turnedAway(queues: readonly string[]): Step[] {
  if (queues.length === 0) return [];
  return [
    {
      what: 'What was turned away, and why? The message says what was called; its attributes say the reason.',
      command: queues
        .map(
          (queue) =>
            `aws sqs receive-message --max-number-of-messages 10 --visibility-timeout 30 --message-attribute-names All \\\n  --queue-url "$(aws sqs get-queue-url --queue-name ${queue} --query QueueUrl --output text)"`,
        )
        .join('\n'),
    },
    {
      what: 'Are the databases on or off?',
      command:
        "aws rds describe-db-instances --query 'DBInstances[].[DBInstanceIdentifier,DBInstanceStatus]' --output table",
    },
  ];
}

export const officeHoursMissed: Runbook = {
  name: 'office-hours-missed',
  title: 'Office hours: something was not switched on or off',
  users:
    'In the morning a part of an environment is away, so that nobody can test there; in the evening it goes on and costs money. Production is not concerned.',
  where: ({ architecture }) =>
    architecture.environments
      .filter(isSwitchedAtAll)
      .map(({ name }) => name)
      .join(' or '),
  look: (ground) => [
    ...turnedAway(queuesOf(ground)),
    ...(ground.compute === 'eks'
      ? [
          {
            what: 'Did the jobs of the cluster run, and what did they say?',
            command:
              'kubectl get cronjobs,jobs -n kube-system | grep office-hours\nkubectl logs -n kube-system -l app.kubernetes.io/name=office-hours-off --all-containers --prefix --tail=50\nkubectl logs -n kube-system -l app.kubernetes.io/name=office-hours-on --all-containers --prefix --tail=50',
          },
        ]
      : []),
  ],
  causes: [
    [
      'It was on, or off, already',
      '`InvalidDBInstanceState`: somebody switched it by hand; nothing is wrong',
    ],
    ['It was busy', '`InvalidDBInstanceState` while it was backed up, patched or changed'],
    [
      'It is another one now',
      '`DBInstanceNotFound`, `ServiceNotFound`, or `NotFound` of kubectl: a change was not applied everywhere',
    ],
    ['A right is missing', '`AccessDenied`, or `forbidden` of kubectl'],
    ['Somebody paused it', 'the schedule is disabled, or the CronJob suspended'],
  ],
  mitigate: (ground) => [
    'Switch it by hand, with the commands in `docs/office-hours.md`: databases before what connects to them, and after it in the evening.',
    ...(queuesOf(ground).length > 0
      ? ['Empty the queue, or the alarm goes on: `aws sqs purge-queue --queue-url …`.']
      : []),
    ...(ground.compute === 'eks'
      ? [
          'Paused and forgotten: `kubectl patch cronjob -n kube-system office-hours-off -p \'{"spec":{"suspend":false}}\'`.',
        ]
      : []),
  ],
  after: [
    'Where it was busy each evening at that time, move the hours (`schedule` in `plinth.yaml`).',
    'Where somebody pauses it often, the hours are too short.',
  ],
};
