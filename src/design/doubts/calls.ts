import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';

/** Calls that come back to where they began, or more of them than there may be. */
export function doubtfulCalls(blueprint: Blueprint): Complaint[] {
  return [...loops(blueprint), ...crowded(blueprint), ...overlapping(blueprint)];
}

function loops({ functions }: Blueprint): Complaint[] {
  return functions.flatMap(({ name, on, needs }) =>
    (['queue', 'bucket', 'table', 'topic'] as const).flatMap((kind): Complaint[] => {
      const source = on[kind];
      return source !== undefined && needs.includes(source)
        ? [
            {
              path: ['functions', name, 'needs', needs.indexOf(source)],
              message: `${name} is called by ${source} and may write into it, which calls it again, without end where it always does: it may read what calls it without needing it; write into another ${kind}`,
            },
          ]
        : [];
    }),
  );
}

/** Source: docs.aws.amazon.com, DynamoDB Streams: at most two readers of a shard. */
function crowded({ functions, datastores }: Blueprint): Complaint[] {
  return datastores.flatMap(({ name }) => {
    const third = functions.filter(({ on }) => on.table === name)[2];
    return third
      ? [
          {
            path: ['functions', third.name, 'on', 'table'],
            message: `${third.name} is the third that is called for changes of ${name}, and beyond two they slow each other down: let one publish to a topic for the others`,
          },
        ]
      : [];
  });
}

/** Runs that begin before the one before has ended. */
function overlapping({ jobs }: Blueprint): Complaint[] {
  return jobs.flatMap(({ name, schedule, timeoutSeconds }): Complaint[] => {
    const every = schedule === undefined ? undefined : secondsBetween(schedule);
    return every !== undefined && timeoutSeconds > every
      ? [
          {
            path: ['jobs', name, 'schedule'],
            message: `${name} begins every ${every / 60} minutes and may take ${timeoutSeconds / 60}: a run that is long meets the next one, which then waits or works on the same. Set timeout below, or let it be due less often`,
          },
        ]
      : [];
  });
}

/** Only for what is due every few minutes or hours. */
function secondsBetween(schedule: string): number | undefined {
  const [minute, hour] = schedule.trim().split(/\s+/) as [string, string];
  const step = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (step !== undefined) return Number(step) * 60;
  if (minute === '*') return 60;
  if (!/^\d+$/.test(minute)) return undefined;
  const hours = /^\*\/(\d+)$/.exec(hour)?.[1];
  return hour === '*' ? 3600 : hours === undefined ? undefined : Number(hours) * 3600;
}
