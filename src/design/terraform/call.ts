import { type Block, block, gap, itemsOf, type Part } from '../hcl/items.ts';
import type { HclMap } from '../hcl/value.ts';
import type { Place } from './part.ts';

/** A call of one of our modules. */
export function call(
  place: Pick<Place, 'module'>,
  label: string,
  module: string,
  ...parts: readonly Part[]
): Block {
  return block('module', [label], { source: place.module(module) }, gap, parts);
}

/** Attributes without those that are `undefined`, in groups apart from each other. */
export function groups(...maps: readonly (HclMap | undefined | false)[]): readonly Part[] {
  const filled = maps.map((map) => itemsOf([map])).filter((items) => items.length > 0);
  return filled.flatMap((items, at) => (at === 0 ? items : [gap, ...items]));
}
