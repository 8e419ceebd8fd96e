import type { Architecture } from '../architecture.ts';
import type { Environment, Namespace } from '../environment.ts';
import type { Job, Service } from '../workload.ts';
import { ingressClassesOf } from './cluster/ingress-classes.ts';
import { issuersOf } from './cluster/issuer.ts';
import { officeHoursOf } from './cluster/office-hours.ts';
import { priorities } from './cluster/priorities.ts';
import { storageClassesOf } from './hosted/storage-class.ts';
import { hostedUnits } from './hosted/units.ts';
import { istioNamespaceOf } from './mesh/istio/namespace.ts';
import { accessOf } from './namespace/access.ts';
import { defaultDenyOf } from './namespace/default-deny.ts';
import { limitsOf } from './namespace/limits.ts';
import { namespaceOf } from './namespace/namespace.ts';
import { officeHoursRightsOf } from './namespace/office-hours.ts';
import { secretStoresOf } from './namespace/secret-stores.ts';
import { part } from './parts.ts';
import type { Unit } from './unit.ts';
import { variablesName } from './workload/container.ts';
import { jobParts, serviceParts } from './workload/workload.ts';

/** Everything that is delivered to clusters, in the order in which it is needed. */
export function unitsOf(architecture: Architecture): Unit[] {
  const main = architecture.environments.at(-1)!;
  if (architecture.platform.compute !== 'eks') return [];
  return [
    clusterUnit(architecture),
    ...hostedUnits(architecture),
    ...main.namespaces.map((namespace) => namespaceUnit(architecture, namespace)),
    ...[...main.services, ...main.jobs].map((workload) => workloadUnit(architecture, workload)),
  ];
}

/** No team and no workload is called so; and what is in it belongs to the owner of the platform (CODEOWNERS). */
function sharedFolder(...names: string[]): string {
  return ['kubernetes', `_${names[0]}`, ...names.slice(1)].join('/');
}

function clusterUnit(architecture: Architecture): Unit {
  return {
    name: 'cluster',
    folder: sharedFolder('cluster'),
    chart: false,
    about: 'What all teams of the cluster share',
    partsIn: (environment, vary) => {
      const site = { architecture, environment, vary };
      return [
        ...part('priorities', priorities),
        ...part('ingress-classes', ingressClassesOf(site), 'own'),
        ...part('issuer', issuersOf(site), 'own'),
        ...part('office-hours', officeHoursOf(environment), 'own'),
        ...part('storage', storageClassesOf(site), 'own'),
      ];
    },
  };
}

function namespaceUnit(architecture: Architecture, { name }: Namespace): Unit {
  return {
    name,
    namespace: name,
    folder: sharedFolder('namespaces', name),
    chart: false,
    about: `The namespace of ${name}`,
    partsIn: (environment, vary) => {
      const site = { architecture, environment, vary };
      const here = environment.namespaces.find((one) => one.name === name);
      if (!here) return [];
      return [
        ...part('namespace', [namespaceOf(here, site)]),
        ...part('default-deny', [defaultDenyOf(here)]),
        ...part('limits', limitsOf(here, site)),
        ...part('access', accessOf(here)),
        ...part('office-hours', officeHoursRightsOf(here, site), 'own'),
        ...part('secret-stores', secretStoresOf(here, site)),
        ...part('mesh', architecture.platform.mesh === 'istio' ? istioNamespaceOf(here, site) : []),
      ];
    },
  };
}

function workloadUnit(
  architecture: Architecture,
  { name, namespace, image, variables }: Service | Job,
): Unit {
  const here = (environment: Environment) =>
    [...environment.services, ...environment.jobs].find((one) => one.name === name)!;
  return {
    name,
    namespace,
    folder: `kubernetes/${namespace}/${name}`,
    image,
    imageIn: (environment) => here(environment).image,
    chart: true,
    about: `${name} of ${namespace}`,
    partsIn: (environment, vary) => {
      const site = { architecture, environment, vary };
      const workload = here(environment);
      return workload.kind === 'service' ? serviceParts(workload, site) : jobParts(workload, site);
    },
    ...(Object.keys(variables).length > 0 && {
      variablesIn: (environment) => {
        const workload = here(environment);
        return { name: variablesName(workload), namespace, data: workload.variables };
      },
    }),
  };
}
