import type { SimulationSettings } from '../../config/simulation.ts';
import type { Node } from '../../model/node.ts';
import { type Simulated, tryAll } from '../../simulation/simulate.ts';
import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { type Broken, brokenIn, identityOf } from './broken.ts';
import { platformOf } from './platform-of.ts';

/** What became of every environment of a platform that is only decided. */
export interface Rehearsal {
  readonly simulated: readonly Simulated[];
  /** the same of what environments come up as in their recovery regions, in use */
  readonly standbys: readonly Simulated[];
  /** promises that do not hold, each with the smallest change */
  readonly broken: readonly Broken[];
}

/** Tries every failure on every environment of an architecture. */
export function rehearse(
  architecture: Architecture,
  settings: SimulationSettings = {},
  source?: Node,
): Rehearsal {
  const rehearsed = (environment: Environment) => {
    const { platform, recoveries } = platformOf(architecture.platform, environment, settings, source);
    const simulated = tryAll(platform, recoveries);
    return { simulated, broken: brokenIn(environment, simulated) };
  };
  const tried = architecture.environments.map(rehearsed);
  const standbys = architecture.environments.flatMap((main) =>
    main.standby ? [rehearsed(inUse(main, main.standby))] : [],
  );
  const broken = tried.flatMap((one) => one.broken);
  const told = new Set(broken.map(identityOf));
  return {
    simulated: tried.map(({ simulated }) => simulated),
    standbys: standbys.map(({ simulated }) => simulated),
    // what does not hold anywhere is told once
    broken: [...broken, ...standbys.flatMap((one) => one.broken).filter((one) => !told.has(identityOf(one)))],
  };
}

/** A standby once its region is the one that works: nodes and replicas are what they are in the other one. */
function inUse(main: Environment, standby: Environment): Environment {
  return {
    ...standby,
    ...(standby.cluster && main.cluster
      ? { cluster: { ...standby.cluster, nodePools: main.cluster.nodePools } }
      : {}),
    services: standby.services.map((one) => {
      const there = main.services.find(({ name }) => name === one.name);
      return there ? { ...one, scale: there.scale } : one;
    }),
  };
}

const known = new WeakMap<Architecture, Rehearsal>();

/** The same without settings, once for each architecture: it is asked for by what is printed and by what is written. */
export function rehearsalOf(architecture: Architecture): Rehearsal {
  const before = known.get(architecture);
  if (before) return before;
  const rehearsal = rehearse(architecture);
  known.set(architecture, rehearsal);
  return rehearsal;
}
