import { metric, rollBack } from './ground.ts';
import type { Runbook } from './runbook.ts';

export const functionFails: Runbook = {
  name: 'function-fails',
  title: 'Function fails',
  users: 'What a caller asked for was not done, or an event is not handled and waits with the failed ones.',
  look: () => [
    {
      what: 'What does it say?',
      command: `aws logs tail "/aws/lambda/$FUNCTION" --since 1h --filter-pattern '?ERROR ?Error ?Task ?Exception'`,
    },
    {
      what: 'Do all calls fail, or some?',
      command: metric('AWS/Lambda', 'Errors', 'Sum', `Name=FunctionName,Value="$FUNCTION"`),
    },
    {
      what: 'Which events wait with the failed ones?',
      command: `aws sqs receive-message --queue-url "$(aws sqs get-queue-url --queue-name "$FUNCTION-failed" --query QueueUrl --output text)" --max-number-of-messages 5 --visibility-timeout 30`,
    },
  ],
  causes: [
    ['A release', 'the errors begin with it, for all events'],
    ['One kind of event', 'some succeed; the failed ones have something in common'],
    ['Time', 'the log says `Task timed out`: what it waits for became slow, or its work grew'],
    ['Memory', 'the log says `Runtime exited` with `signal: killed`'],
    ['A right that is missing', '`AccessDenied`, since a change of its role'],
  ],
  mitigate: (ground) => [
    rollBack(ground),
    'Events wait with the failed ones: when it is repaired send them again; every handler has to stand being given an event twice.',
    'Time or memory: raise `timeout` or `memory` in `plinth.yaml` and write the platform again.',
  ],
  after: ['Add the event that it failed on to its tests.'],
};

export const answersSlow: Runbook = {
  name: 'answers-slow',
  title: 'Answers are slow',
  users: 'Some people wait for seconds; a little slower, and what they wait for is given up.',
  look: () => [
    {
      what: 'Is it the function, or the way to it? Hold the time of the whole against that of the function.',
      command: `aws cloudwatch get-metric-statistics --namespace AWS/ApiGateway --metric-name IntegrationLatency --extended-statistics p50 p99 \\\n  --dimensions Name=ApiName,Value="$API" Name=Stage,Value=live --period 300 \\\n  --start-time "$(date -u -d '3 hours ago' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)"`,
    },
    {
      what: 'Does it start anew for many calls? Each start takes its time.',
      command: `aws logs tail "/aws/lambda/$FUNCTION" --since 1h --filter-pattern '"initDurationMs"' | tail -20`,
    },
    {
      what: 'What does it wait for? X-Ray shows the parts of single requests, under the name of the function.',
    },
  ],
  causes: [
    ['What it asks became slow', 'in X-Ray one part has most of the time'],
    ['Cold starts', 'few calls, and the slow ones begin with a start'],
    ['Too little memory', 'Lambda gives processors by memory: its time is spent reckoning'],
    ['A release', 'it began with it, for all requests'],
  ],
  mitigate: (ground) => [
    rollBack(ground),
    'What it asks: follow the runbook of that.',
    'Memory: raise `memory` of the function in `plinth.yaml`; twice the memory is twice the processor.',
  ],
  after: [
    'Is there a promise about time? Give `slo.latency` in `plinth.yaml`, and it is watched by what was promised.',
  ],
};

export const functionThrottled: Runbook = {
  name: 'function-throttled',
  title: 'Function turned away',
  users: 'Calls through the API get an error; events from queues wait for longer, and come later.',
  look: () => [
    {
      what: 'How many run at once?',
      command: metric('AWS/Lambda', 'ConcurrentExecutions', 'Maximum', 'Name=FunctionName,Value="$FUNCTION"'),
    },
    {
      what: 'How many may, for it and for the account?',
      command:
        'aws lambda get-function-concurrency --function-name "$FUNCTION"\naws lambda get-account-settings --query AccountLimit',
    },
  ],
  causes: [
    ['More load than was allowed for', 'all that may run do, and each takes as long as ever'],
    ['It became slower', 'as many calls as ever, and each takes longer'],
    ['Another function takes all', 'the limit of the account is reached, and this one has no share reserved'],
  ],
  mitigate: () => [
    'Raise `concurrency` of the function in `plinth.yaml`; what it writes into has to stand that.',
    'The limit of the account: ask for more in Service Quotas, and reserve a share for what people wait for.',
    'It became slower: go on with runbook `function-fails`.',
  ],
  after: ['Hold the limit against the greatest load that is expected within a year.'],
};
