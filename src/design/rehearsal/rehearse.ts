import type { SimulationSettings } from '../../config/simulation.ts';
import type { Node } from '../../model/node.ts';
import { type Simulated, tryAll } from '../../simulation/simulate.ts';
import type { Architecture } from '../architecture.ts';
import { type Broken, brokenIn } from './broken.ts';
import { platformOf } from './platform-of.ts';

/** What became of every environment of a platform that is only decided. */
export interface Rehearsal {
  readonly simulated: readonly Simulated[];
  /** promises that do not hold, each with the smallest change */
  readonly broken: readonly Broken[];
}

/** Tries every failure on every environment of an architecture. */
export function rehearse(
  architecture: Architecture,
  settings: SimulationSettings = {},
  source?: Node,
): Rehearsal {
  const tried = architecture.environments.map((environment) => {
    const { platform, recoveries } = platformOf(architecture.platform, environment, settings, source);
    return { environment, simulated: tryAll(platform, recoveries) };
  });
  return {
    simulated: tried.map(({ simulated }) => simulated),
    broken: tried.flatMap(({ environment, simulated }) => brokenIn(environment, simulated)),
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
