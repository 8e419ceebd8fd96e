import type { Blueprint } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

/** Values that each are possible, and not together. */
export function checkValues(blueprint: Blueprint): Complaint[] {
  return [
    ...workloads(blueprint),
    ...needless(blueprint),
    ...environments(blueprint),
    ...datastores(blueprint),
    ...repository(blueprint),
  ];
}

function workloads({ services, functions, jobs }: Blueprint): Complaint[] {
  const complaints: Complaint[] = [];
  for (const { name, scale } of services)
    if (scale.max < scale.min)
      complaints.push({
        path: ['services', name, 'scale', 'max'],
        message: `at most ${scale.max} replicas of ${name} cannot be at least ${scale.min}: raise max, or lower min`,
      });
  for (const { name, timeoutSeconds, on } of functions) {
    if (timeoutSeconds > 900 || timeoutSeconds === 0)
      complaints.push({
        path: ['functions', name, 'timeout'],
        message: 'AWS Lambda ends a function after 15m: make it a job, or split the work',
      });
    if (on.http && timeoutSeconds > 30)
      complaints.push({
        path: ['functions', name, 'timeout'],
        message: 'a function that answers HTTP has at most 30s: answer at once and work from a queue',
      });
  }
  for (const { name, timeoutSeconds } of jobs)
    if (timeoutSeconds === 0)
      complaints.push({ path: ['jobs', name, 'timeout'], message: 'a job needs some time' });
  return complaints;
}

function needless({ services, jobs }: Blueprint): Complaint[] {
  return Object.entries({ services, jobs }).flatMap(([part, all]) =>
    all.flatMap(({ name, resources }) =>
      [
        { key: 'cpu', amount: resources.cpuMilli },
        { key: 'memory', amount: resources.memoryMi },
      ].flatMap(({ key, amount }): Complaint[] =>
        amount > 0
          ? []
          : [
              {
                path: [part, name, 'resources', key],
                message: `${name} cannot run on no ${key}: say what it takes, or leave it out`,
              },
            ],
      ),
    ),
  );
}

function repository({ delivery: { repository: written, ci } }: Blueprint): Complaint[] {
  return ci === 'github' && written.split('/').length > 2
    ? [
        {
          path: ['delivery', 'repository'],
          message: `${written} has groups within groups, and GitHub has an owner and a repository: write acme/platform, or set ci to gitlab`,
        },
      ]
    : [];
}

function environments({ environments: all }: Blueprint): Complaint[] {
  return all.flatMap(
    ({ name, account, region, recoveryRegion, production, schedule, timezone }): Complaint[] => [
      ...(account === ''
        ? [
            {
              path: ['environments', name, 'account'],
              message: `environments.${name}.account is missing: the 12 digits of the AWS account, in quotes, here or as account for all`,
            },
          ]
        : []),
      ...(recoveryRegion === region
        ? [
            {
              path: ['environments', name, 'recoveryRegion'],
              message: `${name} cannot be recovered in ${region}, where it is lost: choose another region`,
            },
          ]
        : []),
      ...(production && schedule !== undefined
        ? [
            {
              path: ['environments', name, 'schedule'],
              message: `people depend on ${name}, so it cannot be switched off by a schedule`,
            },
          ]
        : []),
      ...(/ (\S+)-\1$/.test(schedule ?? '')
        ? [
            {
              path: ['environments', name, 'schedule'],
              message: `${name} would be switched off when it is switched on: give two times, or leave schedule out`,
            },
          ]
        : []),
      ...(isTimezone(timezone)
        ? []
        : [
            {
              path: ['environments', name, 'timezone'],
              message: `there is no time zone ${timezone}: names are those of the IANA database, such as Europe/Berlin`,
            },
          ]),
    ],
  );
}

function isTimezone(name: string): boolean {
  // what mostly is meant, without loading the data of all zones
  if (name === 'UTC') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Source: RDS User Guide, DB instance storage: 64 TiB, of which autoscaling needs a tenth. */
const mostStorageGb = 58_000;

function datastores({ datastores: all }: Blueprint): Complaint[] {
  const sized = new Set(['postgres', 'mysql', 'redis']);
  return all.flatMap(({ name, type, hosting, storageGb, key, sort, rpoSeconds, rtoSeconds }): Complaint[] => [
    ...(storageGb === 0
      ? [{ path: ['datastores', name, 'storage'], message: `${name} cannot hold nothing: leave storage out` }]
      : []),
    ...(type === 'table' && key === sort
      ? [
          {
            path: ['datastores', name, 'sort'],
            message: `${key} is the partition key of ${name} already, and DynamoDB takes no attribute twice: choose another, or leave sort out`,
          },
        ]
      : []),
    ...(rtoSeconds === 0
      ? [
          {
            path: ['datastores', name, 'rto'],
            message: `nothing is restored in no time, so ${name} cannot ask for it: 1m is the least`,
          },
        ]
      : []),
    ...(hosting === 'self-hosted' && !sized.has(type)
      ? [
          {
            path: ['datastores', name, 'hosting'],
            message: `a ${type} is a service of AWS and cannot be self-hosted: leave hosting out`,
          },
        ]
      : []),
    ...(hosting === 'self-hosted' && type === 'mysql'
      ? [
          {
            path: ['datastores', name, 'hosting'],
            message: `a mysql cannot be self-hosted here: nothing that is installed fails it over, backs it up and restores it. Leave hosting out (RDS), or take type postgres, which CloudNativePG runs`,
          },
        ]
      : []),
    ...((type === 'postgres' || type === 'mysql') && hosting !== 'self-hosted' && storageGb > mostStorageGb
      ? [
          {
            path: ['datastores', name, 'storage'],
            message: `a ${type} of RDS holds 64 TB at most and needs a tenth to grow, and ${name} begins with ${storageGb} GB: keep what is large in a bucket, or split it`,
          },
        ]
      : []),
    ...(rpoSeconds === 0
      ? [
          {
            path: ['datastores', name, 'rpo'],
            message:
              'an RPO of nothing asks for synchronous writes to another region, which no service here offers: 1m is the least',
          },
        ]
      : []),
  ]);
}
