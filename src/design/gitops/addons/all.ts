import type { Architecture } from '../../architecture.ts';
import { type Addon, stageOf } from '../addon.ts';
import { argoCd } from './argo-cd.ts';
import { dataAddons } from './data.ts';
import { flux } from './flux.ts';
import { meshAddons } from './mesh.ts';
import { nodeAddons } from './nodes.ts';
import { releaseAddons } from './releases.ts';
import { secretAddons } from './secrets.ts';
import { trafficAddons } from './traffic.ts';
import { watchingAddons } from './watching.ts';

/** Every add-on that the architecture asks for, in the order in which they are installed. */
export function addonsOf(architecture: Architecture): readonly Addon[] {
  const all = [
    architecture.delivery.gitops === 'flux' ? flux : argoCd(architecture),
    ...watchingAddons,
    ...secretAddons(architecture),
    ...nodeAddons(architecture),
    ...trafficAddons(architecture),
    ...meshAddons(architecture),
    ...releaseAddons(architecture),
    ...dataAddons(architecture),
  ];
  return [...all].sort((a, b) => stageOf(a, all) - stageOf(b, all));
}
