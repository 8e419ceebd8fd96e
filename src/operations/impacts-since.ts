import { isProduction } from '../graph/circumstances.ts';
import type { Graph } from '../graph/graph.ts';
import { withRevision } from '../host/revision.ts';
import { assess, type Impact } from '../impact/assess.ts';
import { type Difference, differencesBetween } from '../impact/differences.ts';
import { roleOf } from '../impact/role.ts';
import type { Repository } from '../model/repository.ts';
import type { Resource } from '../model/resource.ts';
import { reportImpact } from '../report/impact/assemble.ts';
import type { ReportedImpact } from '../report/impact/report.ts';
import { open, readAndLink } from './load.ts';
import { namingOf } from './naming.ts';
import { Problems, type VerifyOptions } from './options.ts';
import { misuseOf } from './revision-misuse.ts';
import type { Settings } from './settings.ts';

/** Of how many changed resources everything that is hit is told; a change of more is a new platform. */
const most = 1000;

/**
 * The impact of each resource that changed since the present state branched off a revision, the worst first. What is gone is
 * followed in the state in which it was there.
 * @throws UserError where git has no such revision
 */
export async function impactsSince(
  folder: string,
  revision: string,
  settings: Settings,
  options: VerifyOptions,
  now: Graph,
  repository: Repository,
): Promise<ReportedImpact[]> {
  options.onProgress?.(`reading ${revision}`);
  try {
    return await withRevision(folder, revision, async (then) => {
      const former = open(then.folder, settings, new Problems());
      const { graph: before } = await readAndLink(former, settings, options);
      const differences = differencesBetween(before, now);
      const present = namingOf(now, repository);
      const past = namingOf(before, former);
      return differences
        .slice(0, most)
        .map((difference) => weighed(difference, before, now))
        .sort(byWeight)
        .map(({ impact, difference, graph }) =>
          reportImpact(impact, graph === before ? past : present, difference.paths),
        );
    });
  } catch (error) {
    throw misuseOf(error, folder, revision);
  }
}

interface Weighed {
  readonly difference: Difference;
  readonly graph: Graph;
  readonly impact: Impact;
  readonly weight: readonly number[];
}

/** What is replaced may leave those behind who name what it was: then the former state tells more. */
function weighed(difference: Difference, before: Graph, now: Graph): Weighed {
  const { change, resource, former } = difference;
  if (change === 'destroy') return weigh(difference, before, former);
  const present = weigh(difference, now, resource);
  if (change === 'modify') return present;
  const past = weigh(difference, before, former);
  return byWeight(past, present) < 0 ? past : present;
}

function weigh(difference: Difference, graph: Graph, resource: Resource): Weighed {
  const impact = assess(graph, [resource], difference.change, difference.paths);
  const { data, radius } = impact;
  const serving = radius.affected.filter(({ resource: one }) =>
    /^(entry|service|workload)$/.test(roleOf(one)),
  );
  const suffering = (effect: string) => serving.filter((one) => one.effect === effect && !one.likely).length;
  return {
    difference,
    graph,
    impact,
    weight: [
      data.filter(({ outcome }) => outcome === 'lost').length,
      data.filter(({ outcome }) => outcome === 'unknown' || outcome === 'restorable').length,
      Math.sign(suffering('goes') + suffering('fails')) * (isProduction(resource) ? 2 : 1),
      suffering('goes') + suffering('fails'),
      suffering('degraded') + suffering('latent'),
      serving.length,
      radius.affected.length,
    ],
  };
}

function byWeight(a: Weighed, b: Weighed): number {
  for (let at = 0; at < a.weight.length; at++)
    if (a.weight[at] !== b.weight[at]) return b.weight[at]! - a.weight[at]!;
  return 0;
}
