import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { type Hosted, hostedIn } from '../../hosted.ts';
import type { Unit } from '../unit.ts';
import { cacheParts } from './cache/cache.ts';
import { hostedNamespaceParts } from './namespace.ts';
import { postgresParts } from './postgres/postgres.ts';

/** Datastores that the cluster hosts itself, and the namespace that they are in. They belong to the platform. */
export function hostedUnits(architecture: Architecture): Unit[] {
  const all = hostedIn(architecture.environments.at(-1)!);
  if (all.length === 0) return [];
  return [
    {
      name: addonNamespaces.data,
      namespace: addonNamespaces.data,
      hosted: 'namespace',
      folder: 'kubernetes/_data/_namespace',
      chart: false,
      about: 'The namespace of datastores that the cluster hosts itself',
      partsIn: (environment, vary) => hostedNamespaceParts({ architecture, environment, vary }),
    },
    ...all.map((one) => datastoreUnit(architecture, one)),
  ];
}

function datastoreUnit(architecture: Architecture, { name, owner }: Hosted): Unit {
  const here = (environment: Environment) => hostedIn(environment).find((one) => one.name === name)!;
  return {
    name,
    namespace: addonNamespaces.data,
    hosted: 'datastore',
    folder: `kubernetes/_data/${name}`,
    chart: false,
    about: `${name}, which ${owner.name} answers for`,
    partsIn: (environment, vary) => {
      const one = here(environment);
      const site = { architecture, environment, vary };
      return one.type === 'redis' ? cacheParts(one, site) : postgresParts(one, site);
    },
  };
}
