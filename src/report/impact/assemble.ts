import type { Impact } from '../../impact/assess.ts';
import type { Barrier } from '../../impact/barrier.ts';
import type { Owner } from '../../impact/owners.ts';
import type { Affected } from '../../impact/radius.ts';
import { isPassive, roleOf } from '../../impact/role.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { count, listedUpTo } from '../wording.ts';
import type { ReportedAffected, ReportedImpact, ReportedResource } from './report.ts';
import { changeInWords, hopInWords, nameOf } from './words.ts';

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
  const own = subjects.map((resource) => ({ role: roleOf(resource), name: nameOf(resource) }));
  const names = (...roles: readonly string[]) => [
    ...new Set([...own, ...hit].filter(({ role }) => roles.includes(role)).map(({ name }) => name)),
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
  const number = new Set(subjects.map(({ name }) => name)).size;
  const own = data.filter(({ id }) => subjects.some((subject) => subject.id === id));
  const refused =
    own.length > 0 && own.every(({ outcome }) => outcome === 'refused') ? ' (refused as it stands)' : '';
  const what = `When ${subjectInWords(subjects)} ${changeInWords(change, number)}${refused}`;
  const going = affected.filter(({ effect, passes }) => effect === 'goes' && !passes).length;
  const restored = data.filter(({ outcome }) => outcome === 'restorable').map(({ name }) => name);
  const isDoor = change !== 'modify' && subjects.some(({ role }) => role === 'entry');
  const told = [
    ...(summary.dataLost.length > 0 ? [`data is lost: ${listedUpTo(3, summary.dataLost)}`] : []),
    ...(restored.length > 0 ? [`data has to be restored: ${listedUpTo(3, restored)}`] : []),
    ...(going > 0 ? [`${count(going, 'resource')} ${going === 1 ? 'goes' : 'go'} with it`] : []),
    ...(isDoor ? ['who comes in through it is cut off'] : []),
    ...consequence(affected, summary),
  ];
  if (told.length > 0) return `${what}, ${told.join('; ')}.`;
  const weakened = affected.some(({ effect }) => effect === 'weakened');
  return `${what}, ${weakened ? 'nothing stops; some of what guards or watches is lost' : 'nothing else in this repository is hit, as far as it tells'}.`;
}

function subjectInWords(subjects: readonly ReportedResource[]): string {
  const names = [...new Set(subjects.map(({ name }) => name))];
  const known = subjects.flatMap(({ environment }) => environment ?? []);
  const environments = known.length === subjects.length ? [...new Set(known)] : [];
  return `${listedUpTo(2, names)}${environments.length > 0 ? ` (${listedUpTo(4, environments)})` : ''}`;
}

/** What the worst is that those suffer who serve somebody, or else anything that runs. */
function consequence(all: readonly ReportedAffected[], { entries }: Unheaded['summary']): readonly string[] {
  const affected = all.filter(({ passes, type }) => !passes && !/^(output|variable|data\.)/.test(type));
  const felt = new Set(affected.map(({ name }) => name));
  const serving = affected.filter(
    ({ role }) => role === 'workload' || role === 'entry' || role === 'service',
  );
  const names = new Set(serving.filter(({ role }) => role === 'workload').map(nameAlone));
  // a Service is told by the workload behind it
  const leading = serving.filter((one) => one.role !== 'service' || !names.has(nameAlone(one)));
  for (const some of [leading, affected])
    for (const [effect, one, several] of [
      ['fails', 'stops working', 'stop working'],
      ['degraded', 'works in part', 'work in part'],
      ['latent', 'fails at its next start', 'fail at their next start'],
      ['notices', 'may notice', 'may notice'],
    ] as const) {
      const named = [...new Set(some.filter((hit) => hit.effect === effect).map(({ name }) => name))];
      if (named.length === 0) continue;
      const door = entries.filter((entry) => !named.includes(entry) && felt.has(entry));
      const where = door.length > 0 ? `, felt at ${listedUpTo(2, door)}` : '';
      return [`${listedUpTo(3, named)} ${named.length === 1 ? one : several}${where}`];
    }
  return [];
}

function nameAlone({ name, environment }: ReportedAffected): string {
  return `${name.split(' ').at(-1)} ${environment}`;
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
