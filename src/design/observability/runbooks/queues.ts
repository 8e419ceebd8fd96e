import { byCompute, logsOf, metric, rollBack } from './ground.ts';
import type { Runbook } from './runbook.ts';

const url = '"$(aws sqs get-queue-url --queue-name "$QUEUE" --query QueueUrl --output text)"';

export const queueTooOld: Runbook = {
  name: 'queue-too-old',
  title: 'Messages are not taken in time',
  users: 'What people asked for was accepted and is not done; they see it pending, and ask again.',
  look: (ground) => [
    {
      what: 'How many wait, and how many are being worked on? None being worked on means that nobody takes any.',
      command: `aws sqs get-queue-attributes --queue-url ${url} \\\n  --attribute-names ApproximateNumberOfMessages ApproximateNumberOfMessagesNotVisible`,
    },
    {
      what: 'Since when? Hold it against what was sent.',
      command: metric('AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum', 'Name=QueueName,Value="$QUEUE"'),
    },
    { what: 'What does the one that takes them say?', command: logsOf(ground) },
  ],
  causes: [
    ['Whoever takes from it is down', 'none is being worked on'],
    ['One message that fails again and again', 'few wait, and in a FIFO queue its whole group stands'],
    ['More is sent than can be worked on', 'many are being worked on, and ever more wait'],
    ['Something that the work needs is slow', 'each message takes longer than it did'],
  ],
  mitigate: (ground) => [
    byCompute(ground, {
      eks: 'It is down: follow `service-down` for the service that takes from it.',
      ecs: 'It is down: follow `service-down` for the service that takes from it.',
      functions:
        'It is down: look whether its event source mapping is enabled, then follow `function-fails`.',
    }),
    'One message: let it run out of tries; it goes to the dead letters by itself, and the others go on.',
    'Too much: add replicas or concurrency, as far as what they write into can stand.',
    rollBack(ground),
  ],
  after: [
    'Messages are lost when they are older than the queue keeps them: how near was it?',
    'Tell the users whose requests were late.',
  ],
};

export const deadLetters: Runbook = {
  name: 'dead-letters',
  title: 'Dead letters',
  users:
    'What single people asked for was accepted and will never be done, unless somebody sends the messages again.',
  look: (ground) => [
    {
      what: 'What are they about? Reading leaves them where they are. They may hold personal data: look, and copy nothing.',
      command:
        'aws sqs receive-message --queue-url "$(aws sqs get-queue-url --queue-name "$DEAD_LETTERS" --query QueueUrl --output text)" \\\n  --max-number-of-messages 10 --visibility-timeout 30 --attribute-names SentTimestamp --query "Messages[].[MessageId,Attributes.SentTimestamp,Body]"',
    },
    {
      what: 'Why did they fail? Search the logs for the time at which they were sent, and after.',
      command: logsOf(ground),
    },
  ],
  causes: [
    ['The handler has a fault', 'all failed at the same line, since a release'],
    ['A message that nobody understands', 'one kind only, from one sender'],
    ['Something was away for longer than the tries lasted', 'all are of the same hour, and of every kind'],
  ],
  mitigate: () => [
    'Repair the cause first; otherwise they come straight back.',
    'Then send them again: `aws sqs start-message-move-task --source-arn <arn of the dead letters>`; every handler has to stand being given a message twice.',
    'Is a message wrong for good? Write its id and reason into the ticket, then delete that one.',
  ],
  after: ['They are kept for 14 days from when they were first sent: leave none lying.'],
};
