import { isProduction } from '../graph/circumstances.ts';
import type { Graph } from '../graph/graph.ts';
import { withRevision } from '../host/revision.ts';
import { assess, type Impact } from '../impact/assess.ts';
import { type Difference, differencesBetween } from '../impact/differences.ts';
import { roleOf } from '../impact/role.ts';
import type { Repository } from '../model/repository.ts';
import { type Naming, reportImpact } from '../report/impact/assemble.ts';
import type { ReportedImpact } from '../report/impact/schema.ts';
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
        .map((difference) => weigh(difference, before, now))
        .sort(byWeight)
        .map(({ impact, difference }) => reported(impact, difference, past, present));
    });
  } catch (error) {
    throw misuseOf(error, folder, revision);
  }
}

interface Weighed {
  readonly difference: Difference;
  readonly impact: Impact;
  readonly weight: readonly number[];
}

function weigh(difference: Difference, before: Graph, now: Graph): Weighed {
  const { change, resource } = difference;
  const impact = assess(change === 'destroy' ? before : now, [resource], change);
  const { data, radius } = impact;
  const serving = radius.affected.filter(({ resource: one }) =>
    /^(entry|service|workload)$/.test(roleOf(one)),
  );
  const suffering = (effect: string) => serving.filter((one) => one.effect === effect && !one.likely).length;
  return {
    difference,
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

function reported(
  impact: Impact,
  { change, paths }: Difference,
  past: Naming,
  present: Naming,
): ReportedImpact {
  return reportImpact(impact, change === 'destroy' ? past : present, paths);
}
