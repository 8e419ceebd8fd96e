import { unknownCheck } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { Resource } from '../model/resource.ts';
import type { Suppression } from './suppression.ts';
import { annotationSuppressions } from './suppression-annotations.ts';
import { speaksOf } from './suppression-ids.ts';

export interface Suppressed {
  /** findings that stay, in their order */
  readonly kept: readonly Finding[];
  readonly suppressed: ReadonlyMap<Finding, Suppression>;
  /** suppressions that are wrong, expired, or hide nothing: only Plinth's own and the configuration's, as a peer's may be meant for a check that only the peer has */
  readonly problems: readonly Problem[];
}

export interface SuppressionTerms {
  /** ids of all checks, whether they ran or not */
  readonly known: readonly string[];
  /** ids of the checks that ran: what is meant for another hides nothing for a good reason */
  readonly ran: ReadonlySet<string>;
  /** `2026-03-31` */
  readonly today: string;
}

/**
 * Takes out the findings that are suppressed in the code or in the configuration. Annotations of the findings'
 * resources are looked up here. To be asked with all findings of the checks that ran, or a suppression looks unused.
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  terms: SuppressionTerms,
): Suppressed {
  const faults = new Map(suppressions.map((one) => [one, faultOf(one, terms.today)]));
  const index = new Index(suppressions.filter((one) => faults.get(one) === undefined));
  const kept: Finding[] = [];
  const suppressed = new Map<Finding, Suppression>();
  for (const finding of findings) {
    const by = index.find(finding);
    if (by) suppressed.set(finding, by);
    else kept.push(finding);
  }
  const problems = suppressions.flatMap((one) => {
    if (one.tool !== 'plinth') return [];
    const fault = faults.get(one) ?? (index.used.has(one) ? undefined : idle(one, terms));
    return [...unknownIn(one, terms), ...(fault ? [fault] : [])].map((message) => problemOf(one, message));
  });
  return { kept, suppressed, problems };
}

function faultOf({ fault, expires }: Suppression, today: string): string | undefined {
  if (fault) return fault;
  return expires !== undefined && expires < today
    ? `ended on ${expires} and no longer hides anything: mend the finding, or decide anew`
    : undefined;
}

function unknownIn({ checks, scope }: Suppression, { known }: SuppressionTerms): string[] {
  // the configuration's own names are held against the checks where it is read
  if (scope.kind === 'matching') return [];
  return checks.flatMap((pattern) => {
    const unknown = unknownCheck(pattern, known);
    return unknown ? [`hides nothing: ${unknown}`] : [];
  });
}

function idle(one: Suppression, { ran }: SuppressionTerms): string | undefined {
  if (![...ran].some((check) => speaksOf(one, check, []))) return undefined;
  return one.scope.kind === 'matching'
    ? 'hides nothing: no finding matches it any more; take it out'
    : 'hides nothing: no such finding begins here; take it out, or put it right above the place that the finding names';
}

function problemOf({ file, start, end, scope, checks }: Suppression, message: string): Problem {
  const what = scope.kind === 'matching' ? `the suppression of ${checks.join(', ')}` : 'plinth:ignore';
  return { kind: 'configuration', message: `${what} ${message}`, path: file.path, file, start, end };
}

/** Suppressions by the file that they stand in, and those of the configuration and of annotations. */
class Index {
  readonly used = new Set<Suppression>();
  private readonly byPath = new Map<string, Suppression[]>();
  private readonly everywhere: Suppression[] = [];
  private readonly homes = new Map<Resource, string>();
  private readonly annotations = new Map<Resource, readonly Suppression[]>();

  constructor(suppressions: readonly Suppression[]) {
    for (const one of suppressions) {
      const inFile = this.byPath.get(one.file.path);
      if (one.scope.kind === 'matching') this.everywhere.push(one);
      else if (inFile) inFile.push(one);
      else this.byPath.set(one.file.path, [one]);
    }
  }

  /** The suppression that hides a finding; all that would are counted as used. */
  find(finding: Finding): Suppression | undefined {
    let first: Suppression | undefined;
    for (const list of this.candidates(finding))
      for (const one of list) {
        if (!speaksOf(one, finding.check, finding.sameAs) || !reaches(one, finding)) continue;
        this.used.add(one);
        first ??= one;
      }
    return first;
  }

  /** Lists of those that may hide a finding, in the order in which they count. */
  private candidates(finding: Finding): readonly (readonly Suppression[])[] {
    const lists: (readonly Suppression[])[] = [];
    const add = (path: string) => {
      const list = this.byPath.get(path);
      if (list && !lists.includes(list)) lists.push(list);
    };
    if (this.byPath.size > 0) {
      add(finding.origin.file.path);
      add(this.homeOf(finding.resource));
      for (const { file } of finding.origin.via ?? []) if (file) add(file.path);
    }
    lists.push(this.everywhere, this.saidBy(finding.resource));
    return lists;
  }

  /** The file that a resource is written in; followed once for all its findings. */
  private homeOf(resource: Resource): string {
    let path = this.homes.get(resource);
    if (path === undefined) {
      path = resource.body.origin().file.path;
      this.homes.set(resource, path);
    }
    return path;
  }

  private saidBy(resource: Resource): readonly Suppression[] {
    let said = this.annotations.get(resource);
    if (!said) {
      said = annotationSuppressions(resource);
      this.annotations.set(resource, said);
    }
    return said;
  }
}

function reaches({ scope, file, environment }: Suppression, { origin, resource }: Finding): boolean {
  if (environment !== undefined && environment !== resource.unit.environment) return false;
  const here = (place: Pick<Origin, 'file' | 'start'>, start: number, end: number) =>
    place.file.path === file.path && place.start >= start && place.start < end;
  switch (scope.kind) {
    case 'resource':
      return scope.resource === resource;
    case 'matching':
      return scope.matches(resource.address, origin.file.path);
    case 'lines':
      return here(origin, scope.start, scope.end);
    case 'around':
      return origin.file.path === file.path && linesHold(origin, scope.at);
    case 'block': {
      const { start, end } = scope;
      if (here(origin, start, end) || here(resource.body.origin(), start, end)) return true;
      return (origin.via ?? []).some(
        (step) =>
          step.file && step.start !== undefined && here({ file: step.file, start: step.start }, start, end),
      );
    }
  }
}

/** Whether an offset is on one of the lines of a place. */
function linesHold({ file: { text }, start, end }: Origin, at: number): boolean {
  if (at < text.lastIndexOf('\n', start - 1) + 1) return false;
  const feed = text.indexOf('\n', end);
  return feed < 0 || at <= feed;
}
