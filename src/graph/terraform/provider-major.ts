import type { Unit } from '../../model/resource.ts';
import { asTerraform } from '../../read/terraform/resource.ts';
import type { Graph } from '../graph.ts';
import { ofTypeInUnit } from './in-unit.ts';
import { lockedVersions } from './provider-versions.ts';

/**
 * The major version of a provider that the root of a unit has locked, or else the lowest that its modules ask for: 3 for `~> 3.27`.
 * @param names what modules call the provider; of `google` and `google-beta`, which go together, either
 * @returns `undefined` where none says, or only an upper bound is given
 */
export function providerMajor(graph: Graph, unit: Unit, ...names: readonly string[]): number | undefined {
  const locked = lockedMajor(graph, unit, names);
  if (locked !== undefined) return locked;
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

function lockedMajor(graph: Graph, unit: Unit, names: readonly string[]): number | undefined {
  const [block] = ['terraform', 'provider'].flatMap((type) => ofTypeInUnit(graph, type, unit));
  const configuration = block && asTerraform(block)?.instance.configuration;
  if (!configuration) return undefined;
  const locked = lockedVersions(configuration);
  return names.map((name) => locked.get(`hashicorp/${name}`)?.[0]).find((major) => major !== undefined);
}
