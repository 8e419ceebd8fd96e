import type { Blueprint } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

/**
 * Events that would reach one of several that wait for them.
 * Source: S3 user guide, notification configurations: two for the same event of a bucket are refused.
 */
export function checkEvents({ functions }: Blueprint): Complaint[] {
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
