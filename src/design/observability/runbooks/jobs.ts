import { byCompute, stoppedTasks } from './ground.ts';
import type { Runbook } from './runbook.ts';

export const jobFailed: Runbook = {
  name: 'job-failed',
  title: 'Scheduled job failed',
  users: 'What the job was to do has not been done; who waits for its result finds yesterday’s.',
  look: (ground) => [
    {
      what: 'Which run, and how did it end?',
      command: byCompute(ground, {
        eks: 'kubectl get jobs -n "$NAMESPACE" --sort-by=.status.startTime | grep "$CRONJOB"\nkubectl describe job -n "$NAMESPACE" <job> | tail -15',
        ecs: stoppedTasks(ground, '--family "$JOB"'),
        functions:
          'aws logs tail "/aws/lambda/$FUNCTION" --since 24h | grep -E "ERROR|Task timed out|REPORT" | tail -20',
      }),
    },
    {
      what: 'What did it say?',
      command: byCompute(ground, {
        eks: 'kubectl logs -n "$NAMESPACE" job/<job> --tail=200',
        ecs: 'aws logs tail "/ecs/$JOB" --since 24h | tail -200',
        functions: 'aws logs tail "/aws/lambda/$FUNCTION" --since 24h | tail -200',
      }),
    },
  ],
  causes: [
    ['It ran out of time', '`DeadlineExceeded`: its data grew, or what it asks became slow'],
    ['Its data', 'it fails at the same record each time'],
    ['Something it needs was away', 'connections refused or timed out, at that hour'],
    ['Its machine was taken back', 'it ended without a word from the program'],
  ],
  mitigate: (ground) => [
    `May it run twice? Every job here has to. Then run it again: ${byCompute(ground, {
      eks: '`kubectl create job -n "$NAMESPACE" --from=cronjob/"$CRONJOB" "$CRONJOB-again"`',
      ecs: '`aws ecs run-task` with the task definition and network that its schedule names',
      functions: '`aws lambda invoke --function-name "$FUNCTION" /dev/stdout`',
    })}.`,
    'It ran out of time: raise `timeout` of the job in `plinth.yaml`.',
  ],
  after: ['Let the job go on where it stopped, instead of beginning anew.'],
};

export const jobNotOnTime: Runbook = {
  name: 'job-not-on-time',
  title: 'Scheduled job has not succeeded in time',
  users: 'What the job was to do has not been done, whether it failed, hangs, or was never started.',
  look: (ground) => [
    {
      what: 'Was it started?',
      command: byCompute(ground, {
        eks: 'kubectl get cronjob -n "$NAMESPACE" "$CRONJOB" -o jsonpath=\'{.spec.schedule} suspended={.spec.suspend} last={.status.lastScheduleTime} succeeded={.status.lastSuccessfulTime}{"\\n"}\'\nkubectl get jobs,pods -n "$NAMESPACE" | grep "$CRONJOB"',
        ecs: 'aws scheduler list-schedules --query "Schedules[].[Name,State]" --output text\naws sqs receive-message --queue-url "$(aws sqs get-queue-url --queue-name "$JOB-missed" --query QueueUrl --output text)" --visibility-timeout 30',
        functions:
          'aws events list-rules --query "Rules[?ScheduleExpression].[Name,State,ScheduleExpression]" --output text',
      }),
    },
    {
      what: 'Does it run still? A run that hangs keeps the next from starting.',
      command: byCompute(ground, {
        eks: 'kubectl logs -n "$NAMESPACE" -l batch.kubernetes.io/job-name --tail=50 --prefix | grep "$CRONJOB"',
        ecs: 'aws logs tail "/ecs/$JOB" --since 24h | tail -50',
        functions: 'aws logs tail "/aws/lambda/$FUNCTION" --since 24h | tail -50',
      }),
    },
  ],
  causes: [
    ['Somebody suspended it', 'suspended, or disabled, and forgotten'],
    ['It hangs', 'a run has been going on for longer than ever'],
    ['It failed', 'see runbook `job-failed`'],
    ['It found no room', 'its pod is pending, or the task could not be placed'],
  ],
  mitigate: (ground) => [
    byCompute(ground, {
      eks: 'Start it by hand: `kubectl create job -n "$NAMESPACE" --from=cronjob/"$CRONJOB" "$CRONJOB-again"`.',
      ecs: 'Start it by hand: `aws ecs run-task` with the task definition and network that its schedule names.',
      functions: 'Start it by hand: `aws lambda invoke --function-name "$FUNCTION" /dev/stdout`.',
    }),
    'It hangs: end the run, then start it again.',
  ],
  after: ['Give it a time limit that is well below its interval.'],
};
