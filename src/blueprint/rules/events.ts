import type { Blueprint } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

/** Events that AWS would refuse to pass on, or would pass to one of several that wait for them. */
export function checkEvents(blueprint: Blueprint): Complaint[] {
  return [...ordered(blueprint), ...shared(blueprint)];
}

/** Source: SNS developer guide, message delivery for FIFO topics: to queues only, and a queue in order takes from a topic in order only. */
function ordered({ functions, datastores }: Blueprint): Complaint[] {
  const inOrder = new Set(datastores.filter(({ fifo }) => fifo).map(({ name }) => name));
  return [
    ...datastores.flatMap(({ name, type, fifo, subscribers }) =>
      subscribers.flatMap((queue, at): Complaint[] =>
        type === 'topic' && !fifo && inOrder.has(queue)
          ? [
              {
                path: ['datastores', name, 'subscribers', at],
                message: `${queue} keeps the order and ${name} has none, and SNS connects them not: set fifo at ${name} too, or leave it out at ${queue}`,
              },
            ]
          : [],
      ),
    ),
    ...functions.flatMap(({ name, on: { topic } }): Complaint[] =>
      topic !== undefined && inOrder.has(topic)
        ? [
            {
              path: ['functions', name, 'on', 'topic'],
              message: `a topic that keeps the order (fifo) reaches queues only: let ${topic} have a queue as subscriber, and ${name} be called by that`,
            },
          ]
        : [],
    ),
    ...datastores.flatMap(({ name, type, fifo }): Complaint[] =>
      fifo && type !== 'queue' && type !== 'topic'
        ? [
            {
              path: ['datastores', name, 'fifo'],
              message: `only queues and topics keep an order, and ${name} is a ${type}: leave fifo out`,
            },
          ]
        : [],
    ),
  ];
}

/** Source: S3 user guide, notification configurations: two for the same event of a bucket are refused. */
function shared({ functions }: Blueprint): Complaint[] {
  return (['bucket', 'queue'] as const).flatMap((trigger) =>
    functions.flatMap(({ name, on }, at): Complaint[] => {
      const source = on[trigger];
      const other = functions.slice(0, at).find((one) => one.on[trigger] === source);
      if (source === undefined || !other) return [];
      return [
        {
          path: ['functions', name, 'on', trigger],
          message:
            trigger === 'bucket'
              ? `${other.name} is called for new objects of ${source} already, and S3 takes one for each event: let that one publish to a topic that calls ${name}`
              : `${other.name} takes from ${source} already, and each message goes to one of them: use a topic with a queue for each`,
        },
      ];
    }),
  );
}
