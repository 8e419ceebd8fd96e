import { type Block, block, gap, itemsOf, type Part } from '../hcl/items.ts';
import { type HclMap, raw } from '../hcl/value.ts';
import type { Place } from './part.ts';

/** A call of one of our modules. */
export function call(
  place: Pick<Place, 'module'>,
  label: string,
  module: string,
  ...parts: readonly Part[]
): Block {
  const limit = bounded.has(module) && { permissions_boundary_arn: raw('local.permissions_boundary_arn') };
  return block('module', [label], { source: place.module(module) }, gap, parts, limit);
}

/** Modules that make roles; the pipeline can make only those that are bounded. */
const bounded: ReadonlySet<string> = new Set([
  'addon-identity',
  'api-gateway-account',
  'audit',
  'backup',
  'bucket',
  'cluster',
  'database',
  'ecs-job',
  'ecs-service',
  'function',
  'identity',
  'karpenter',
  'network',
  'office-hours',
]);

/** Attributes without those that are `undefined`, in groups apart from each other. */
export function groups(...maps: readonly (HclMap | undefined | false)[]): readonly Part[] {
  const filled = maps.map((map) => itemsOf([map])).filter((items) => items.length > 0);
  return filled.flatMap((items, at) => (at === 0 ? items : [gap, ...items]));
}
