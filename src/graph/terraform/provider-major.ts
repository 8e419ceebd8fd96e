import type { Unit } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { ofTypeInUnit } from './in-unit.ts';

/**
 * The lowest major version of a provider that the modules of a unit ask for: 3 for `~> 3.27`.
 * @param names what modules call the provider; of `google` and `google-beta`, which go together, either
 * @returns `undefined` where none says, or only an upper bound is given
 */
export function providerMajor(graph: Graph, unit: Unit, ...names: readonly string[]): number | undefined {
  const majors = ofTypeInUnit(graph, 'terraform', unit).flatMap(({ body }) =>
    names.flatMap((name) => {
      const required = body.peek('required_providers', name);
      const constraint = (required?.peek('version') ?? required)?.content;
      const lower =
        typeof constraint === 'string' ? /(?:^|,)\s*(?:~>|>=|=|>)?\s*v?(\d+)/.exec(constraint) : null;
      return lower ? [Number(lower[1])] : [];
    }),
  );
  return majors.length > 0 ? Math.max(...majors) : undefined;
}
