import type { Unit } from '../../model/resource.ts';
import { ofTypeInUnit } from '../aws/in-unit.ts';
import type { Graph } from '../graph.ts';

/**
 * The lowest major version of the Google provider that the modules of a unit ask for: 5 for `~> 5.12`.
 * @returns `undefined` where none says, or only an upper bound is given
 */
export function googleProviderMajor(graph: Graph, unit: Unit): number | undefined {
  const majors = ofTypeInUnit(graph, 'terraform', unit).flatMap(({ body }) =>
    ['google', 'google-beta'].flatMap((name) => {
      const wanted = body.peek('required_providers', name);
      const constraint = (wanted?.peek('version') ?? wanted)?.content;
      const lower =
        typeof constraint === 'string' ? /(?:^|,)\s*(?:~>|>=|=|>)?\s*v?(\d+)/.exec(constraint) : null;
      return lower ? [Number(lower[1])] : [];
    }),
  );
  return majors.length > 0 ? Math.max(...majors) : undefined;
}
