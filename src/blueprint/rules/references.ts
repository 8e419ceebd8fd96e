import { nearest } from '../../config/nearest.ts';
import type { Blueprint, DatastoreType } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

/** What is spoken of and not declared, or is not what it would have to be. */
export function checkReferences(blueprint: Blueprint): Complaint[] {
  return [...needs(blueprint), ...triggers(blueprint), ...owners(blueprint), ...environments(blueprint)];
}

function needs({ services, jobs, functions, datastores }: Blueprint): Complaint[] {
  const callable = [...services, ...functions, ...datastores].map(({ name }) => name);
  const groups = { services, jobs, functions };
  return Object.entries(groups).flatMap(([group, all]) =>
    all.flatMap((one) =>
      one.needs.flatMap((need, at): Complaint[] => {
        const path = [group, one.name, 'needs', at];
        if (need === one.name) return [{ path, message: `${one.name} cannot need itself` }];
        if (jobs.some(({ name }) => name === need))
          return [{ path, message: `${need} is a job: it ends, and nothing can call it` }];
        return callable.includes(need)
          ? []
          : [
              {
                path,
                message: `${one.name} needs "${need}", which is not declared: ${suggest(need, callable, 'declare it under services, functions or datastores')}`,
              },
            ];
      }),
    ),
  );
}

const triggerTypes: Readonly<Record<string, DatastoreType>> = {
  queue: 'queue',
  topic: 'topic',
  bucket: 'bucket',
  table: 'table',
};

function triggers({ functions, datastores }: Blueprint): Complaint[] {
  const ofType = (type: DatastoreType) =>
    datastores.filter((one) => one.type === type).map(({ name }) => name);
  const find = (name: string) => datastores.find((one) => one.name === name);
  const check = (path: Complaint['path'], name: string, type: DatastoreType): Complaint[] => {
    const found = find(name);
    if (found?.type === type) return [];
    const what = found ? `is a ${found.type}, and must be a ${type}` : 'is not declared';
    return [
      {
        path,
        message: `"${name}" ${what}: ${suggest(name, ofType(type), `declare a datastore of type ${type}`)}`,
      },
    ];
  };
  return [
    ...functions.flatMap(({ name, on }) =>
      Object.entries(triggerTypes).flatMap(([trigger, type]) => {
        const source = on[trigger as 'queue' | 'topic' | 'bucket' | 'table'];
        if (source === undefined) return [];
        const path = ['functions', name, 'on', trigger];
        // source: docs.aws.amazon.com, SNS, message delivery for FIFO topics
        return type === 'topic' && find(source)?.fifo
          ? [
              {
                path,
                message: `${source} keeps the order, and such a topic calls no function: give it a queue as subscriber, and call ${name} on that`,
              },
            ]
          : check(path, source, type);
      }),
    ),
    ...datastores.flatMap(({ name, type, fifo, subscribers }) => [
      ...(subscribers.length > 0 && type !== 'topic'
        ? [
            {
              path: ['datastores', name, 'subscribers'],
              message: `only a topic has subscribers, and ${name} is a ${type}`,
            },
          ]
        : []),
      ...(type === 'topic'
        ? subscribers.flatMap((queue, at) =>
            !fifo && find(queue)?.fifo
              ? [
                  {
                    path: ['datastores', name, 'subscribers', at],
                    message: `${queue} keeps the order and ${name} does not, which SNS refuses: set fifo at both, or at neither`,
                  },
                ]
              : check(['datastores', name, 'subscribers', at], queue, 'queue'),
          )
        : []),
    ]),
  ];
}

function owners(blueprint: Blueprint): Complaint[] {
  const declared = blueprint.source.peek('owners');
  if (!declared) return [];
  const known = blueprint.owners.map(({ name }) => name);
  const check = (path: Complaint['path'], owner: string): Complaint[] =>
    known.includes(owner) && (declared.peek(owner) || blueprint.owners.length === 0)
      ? []
      : [
          {
            path,
            message: `there is no team "${owner}" under owners: ${suggest(
              owner,
              known.filter((one) => declared.peek(one)),
              'declare it',
            )}`,
          },
        ];
  const groups = (['services', 'jobs', 'functions', 'datastores'] as const).flatMap((group) =>
    blueprint[group].flatMap(({ name, owner }) => check([group, name, 'owner'], owner)),
  );
  const own = check(['owner'], blueprint.owner);
  return own.length > 0 ? own : groups;
}

function environments({ environments: all, network, source }: Blueprint): Complaint[] {
  const names = all.map(({ name }) => name);
  const check = (path: Complaint['path'], asked: readonly string[] | undefined) =>
    (asked ?? []).flatMap((name, at): Complaint[] =>
      names.includes(name)
        ? []
        : [
            {
              path: [...path, at],
              message: `there is no environment "${name}": ${suggest(name, names, 'declare it')}`,
            },
          ],
    );
  return [
    ...(source.peek('environments') && all.length === 0
      ? [
          {
            path: ['environments'],
            message: 'there is no environment: declare one, or leave the key out for one called production',
          },
        ]
      : []),
    ...network.peers.flatMap((peer) =>
      check(['network', 'peers', peer.name, 'environments'], peer.environments),
    ),
    ...check(['network', 'vpn', 'environments'], network.vpn?.environments),
  ];
}

function suggest(name: string, known: readonly string[], otherwise: string): string {
  const meant =
    nearest(name, known) ??
    known.find((one) => name.length > 2 && (one.startsWith(name) || name.startsWith(one)));
  if (meant) return `did you mean "${meant}"?`;
  if (known.length === 0 || known.length > 8) return otherwise;
  return known.length === 1
    ? `${otherwise}; there is only ${known[0]}`
    : `${otherwise}; there are ${known.join(', ')}`;
}
