import type { Impact } from '../../impact/assess.ts';
import type { Barrier } from '../../impact/barrier.ts';
import type { Owner } from '../../impact/owners.ts';
import type { Affected } from '../../impact/radius.ts';
import { isPassive, roleOf } from '../../impact/role.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { count, listedUpTo } from '../wording.ts';
import type { ReportedAffected, ReportedImpact, ReportedResource } from './schema.ts';
import { changeWords, hopInWords, nameOf } from './words.ts';

/** What the report knows of a graph besides an impact. */
export interface Naming {
  readonly id: (resource: Resource) => string;
  readonly owners: (resource: Resource) => readonly Owner[];
}

/** An impact as plain data. */
export function reportImpact(impact: Impact, naming: Naming, because?: readonly string[]): ReportedImpact {
  const { subjects, change, radius, data, held, missing, cycles } = impact;
  const affected = radius.affected.map((one) => affectedOf(one, impact, naming));
  const barrier = ({ what, of, at }: Barrier) => ({ what, of: naming.id(of), ...placeOf(at) });
  const reported = {
    subjects: subjects.map((subject) => describe(subject, naming)),
    change,
    ...(because ? { because: [...because] } : {}),
    summary: summaryOf(affected, impact, naming),
    affected,
    data: data.map(({ resource, outcome, guards }) => ({
      id: naming.id(resource),
      name: nameOf(resource),
      outcome,
      guards: guards.map(({ what }) => what),
      ...placeOf(resource.body),
    })),
    held: unique(held.map(barrier)),
    missing: unique(missing.map(barrier)),
    cycles: cycles.map((circle) => circle.map(naming.id)),
  };
  return { ...reported, headline: headlineOf(reported) };
}

function describe(resource: Resource, { id, owners }: Naming): ReportedResource {
  const { address, type, unit, body } = resource;
  return {
    id: id(resource),
    address,
    name: nameOf(resource),
    type,
    role: roleOf(resource),
    unit: unit.id,
    ...(unit.environment === undefined ? {} : { environment: unit.environment }),
    owners: [...owners(resource)],
    ...placeOf(body),
  };
}

function affectedOf(one: Affected, { radius }: Impact, naming: Naming): ReportedAffected {
  const way = radius.wayFrom(one.resource);
  return {
    ...describe(one.resource, naming),
    effect: one.effect,
    passes: isPassive(one.resource),
    likely: one.likely,
    distance: one.distance,
    way: [one.resource, ...way.map(({ to }) => to)].map(nameOf).join(' → '),
    steps: way.map((step) => ({
      from: naming.id(step.from),
      to: naming.id(step.to),
      relation: step.relation.kind,
      says: hopInWords(step),
      ...(step.relation.at ? placeOf(step.relation.at) : {}),
    })),
  };
}

/** What counts as being hit: not what only loses a guard. */
const hits = new Set(['goes', 'fails', 'degraded', 'latent', 'notices']);

function summaryOf(
  affected: readonly ReportedAffected[],
  { data, subjects }: Impact,
  { owners }: Naming,
): ReportedImpact['summary'] {
  const hit = affected.filter(({ effect }) => hits.has(effect));
  const names = (...roles: readonly string[]) => [
    ...new Set(hit.filter(({ role }) => roles.includes(role)).map(({ name }) => name)),
  ];
  const byEffect: Record<string, number> = {};
  for (const { effect } of affected) byEffect[effect] = (byEffect[effect] ?? 0) + 1;
  const workloads = names('workload');
  return {
    affected: affected.length,
    byEffect,
    services: workloads.length > 0 ? workloads : names('service'),
    entries: names('entry'),
    environments: environmentsOf(hit, subjects),
    owners: [
      ...new Set([
        ...subjects.flatMap((subject) => owners(subject).map(({ name }) => name)),
        ...hit.flatMap((one) => one.owners.map(({ name }) => name)),
      ]),
    ],
    dataLost: data.filter(({ outcome }) => outcome === 'lost').map(({ resource }) => nameOf(resource)),
  };
}

function environmentsOf(hit: readonly ReportedAffected[], subjects: readonly Resource[]): string[] {
  const own = subjects.flatMap(({ unit }) => unit.environment ?? []);
  return [...new Set([...own, ...hit.flatMap(({ environment }) => environment ?? [])])];
}

type Unheaded = Omit<ReportedImpact, 'headline'>;

function headlineOf({ subjects, change, summary, affected, data }: Unheaded): string {
  const what = `When ${subjects.length === 1 ? subjects[0]!.name : count(subjects.length, 'resource')} ${changeWords[change]}`;
  if (affected.length === 0 && data.length === 0)
    return `${what}, nothing else in this repository is hit, as far as it tells.`;
  const told = [
    ...(summary.dataLost.length > 0 ? [`data is lost: ${listedUpTo(3, summary.dataLost)}`] : []),
    consequence(affected, summary),
  ];
  return `${what}, ${told.join('; ')}.`;
}

function consequence(affected: readonly ReportedAffected[], { entries }: Unheaded['summary']): string {
  for (const [effect, words] of [
    ['goes', 'goes with it'],
    ['fails', 'stops working'],
    ['degraded', 'works in part'],
    ['latent', 'fails at its next start'],
    ['notices', 'may notice'],
  ] as const) {
    const hit = affected.filter((one) => one.effect === effect && !one.passes);
    if (hit.length === 0) continue;
    const serving = hit.filter(({ role }) => role === 'workload' || role === 'entry' || role === 'service');
    const named = [...new Set((serving.length > 0 ? serving : hit).map(({ name }) => name))];
    const plural =
      named.length > 1 ? words.replace(/^goes/, 'go').replace(/^(stop|work|fail)s/, '$1') : words;
    const door =
      entries.length > 0 && effect !== 'goes' && !named.some((one) => entries.includes(one))
        ? `, felt at ${listedUpTo(2, entries)}`
        : '';
    return `${listedUpTo(3, named)} ${plural}${door}`;
  }
  return 'nothing stops; some of what guards or watches is lost';
}

/** Where a person would look. */
function placeOf(node: Node): { file: string; line: number } {
  const { file, start } = node.origin();
  return { file: file.path, line: file.lineAt(start) };
}

function unique<T>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const id = JSON.stringify(item);
    return !seen.has(id) && seen.add(id);
  });
}
