import type { Blueprint, DatastoreType } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

type Path = Complaint['path'];

/** What is named twice where once is meant, and variables that two things would set. */
export function checkTwice(blueprint: Blueprint): Complaint[] {
  const { services, jobs, functions, datastores } = blueprint;
  const workloads = Object.entries({ services, jobs, functions }).flatMap(([part, all]) => {
    // functions are told the name of a secret, and read the connection themselves
    const connects = part === 'functions' || blueprint.compute === 'lambda' ? [] : datastores;
    return all.map((one) => ({ ...one, part, connects }));
  });
  return [
    ...repeated(blueprint.compliance, ['compliance']),
    ...datastores.flatMap(({ name, subscribers }) =>
      repeated(subscribers, ['datastores', name, 'subscribers']),
    ),
    ...workloads.flatMap(({ part, name, needs, secrets, env, connects }) => [
      ...repeated(needs, [part, name, 'needs']),
      ...repeated(secrets, [part, name, 'secrets']),
      ...Object.keys(env).flatMap((key) =>
        secrets.includes(key)
          ? [
              {
                path: [part, name, 'env', key],
                message: `${key} is among the secrets of ${name} too: leave it out here, where its value would be read by all`,
              },
            ]
          : given(key, needs, connects).map((store) => ({
              path: [part, name, 'env', key],
              message: `${key} is set from the connection of ${store}, which ${name} needs: leave it out, or call yours something else`,
            })),
      ),
      ...secrets.flatMap((key, at) =>
        given(key, needs, connects).map((store) => ({
          path: [part, name, 'secrets', at],
          message: `${key} is set from the connection of ${store}, which ${name} needs: leave it out, or call yours something else`,
        })),
      ),
    ]),
    ...formerNames(blueprint),
  ];
}

const ofDatabase = ['HOST', 'PORT', 'USERNAME', 'PASSWORD', 'DATABASE'];
const connected: Partial<Record<DatastoreType, readonly string[]>> = {
  postgres: ofDatabase,
  mysql: ofDatabase,
  redis: ['HOST', 'PORT', 'PASSWORD'],
};

/** The datastore whose connection sets a variable. */
function given(key: string, needs: readonly string[], datastores: Blueprint['datastores']): string[] {
  return datastores
    .filter(
      ({ name, type }) =>
        needs.includes(name) &&
        connected[type]?.some((one) => key === `${name.toUpperCase().replaceAll('-', '_')}_${one}`),
    )
    .map(({ name }) => name);
}

function repeated(list: readonly string[], path: Path): Complaint[] {
  return list.flatMap((one, at) =>
    list.indexOf(one) === at ? [] : [{ path: [...path, at], message: `${one} is there twice: remove one` }],
  );
}

/** Two that would both be made from what had one name. */
function formerNames(blueprint: Blueprint): Complaint[] {
  return (['services', 'jobs', 'functions', 'datastores'] as const).flatMap((part) => {
    const renamed = blueprint[part].filter(({ formerly }) => formerly !== undefined);
    return renamed.flatMap(({ name, formerly }, at): Complaint[] => {
      const other = renamed.findIndex((one) => one.formerly === formerly);
      return other === at
        ? []
        : [
            {
              path: [part, name, 'formerly'],
              message: `${formerly} became ${renamed[other]!.name} already, and cannot become ${name} too: leave it at one of them`,
            },
          ];
    });
  });
}
