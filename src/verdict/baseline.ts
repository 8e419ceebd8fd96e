import { problemAt, validate } from '../config/validate.ts';
import type { Node } from '../model/node.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/source-file.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import type { Gathered } from './gather.ts';

/** A finding that was there before, and is to be dealt with later. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly check: string;
  /** address of the resource, for people who read the file */
  readonly resource?: string;
  readonly owner?: string;
  readonly reason?: string;
  /** last day on which it holds, `2026-03-31` */
  readonly expires?: string;
}

export interface Baseline {
  readonly entries: readonly (BaselineEntry & { readonly source: Node })[];
}

export const emptyBaseline: Baseline = { entries: [] };

/** Reads a baseline file. What is wrong in it becomes problems, and hides nothing. */
export async function loadBaseline(
  file: SourceFile,
): Promise<{ readonly baseline: Baseline; readonly problems: readonly Problem[] }> {
  const { documents, problems } = parseYaml(file, 'core');
  const unreadable = problems.map((problem): Problem => ({ ...problem, kind: 'configuration' }));
  const [document] = documents;
  if (!document || document.content === null) return { baseline: emptyBaseline, problems: unreadable };
  const { baselineSchema } = await import('./baseline-schema.ts');
  const validated = validate(baselineSchema, document);
  const items = document.peek('entries')?.content;
  const sources = (Array.isArray(items) ? (items as readonly Node[]) : []).filter(
    (_, at) => !validated.leftOut('entries', at),
  );
  const entries = (validated.value?.entries ?? []).map((entry, at) => ({
    ...entry,
    source: sources[at] ?? document,
  }));
  return { baseline: { entries }, problems: [...unreadable, ...validated.problems] };
}

/**
 * Tells which findings a baseline holds, by fingerprint, and what in it is out of date.
 * @param ran ids of the checks that ran: an entry of another is not obsolete
 * @param today `2026-03-31`
 */
export function applyBaseline<T extends Gathered>(
  findings: readonly T[],
  { entries }: Baseline,
  { ran, today }: { readonly ran: ReadonlySet<string>; readonly today: string },
): { readonly baselined: ReadonlySet<T>; readonly problems: readonly Problem[] } {
  if (entries.length === 0) return { baselined: new Set(), problems: [] };
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const expired = entries.filter(
    ({ fingerprint, expires }) => present.has(fingerprint) && isOver(expires, today),
  );
  const holding = new Set(
    entries.filter(({ expires }) => !isOver(expires, today)).map(({ fingerprint }) => fingerprint),
  );
  const obsolete = entries.filter(({ fingerprint, check }) => !present.has(fingerprint) && ran.has(check));
  return {
    baselined: new Set(findings.filter(({ fingerprint }) => holding.has(fingerprint))),
    problems: [...expired.map(sayExpired), ...sayObsolete(obsolete)],
  };
}

function isOver(expires: string | undefined, today: string): boolean {
  return expires !== undefined && expires < today;
}

function sayExpired({ check, resource, owner, expires, source }: Baseline['entries'][number]): Problem {
  const whose = owner ? ` (owner: ${owner})` : '';
  return problemAt(
    source,
    ['expires'],
    `the baseline's entry for ${check}${on(resource)}${whose} ended on ${expires}: the finding counts again`,
  );
}

/** Many entries become obsolete together, when a folder goes: one problem says so. */
function sayObsolete(entries: Baseline['entries']): Problem[] {
  const remedy = 'take it out, or write the baseline anew';
  if (entries.length > 10)
    return [
      problemAt(
        entries[0]!.source,
        [],
        `${entries.length} entries of the baseline, this one first, match no finding any more: write the baseline anew`,
      ),
    ];
  return entries.map(({ check, resource, source }) =>
    problemAt(
      source,
      [],
      `the baseline's entry for ${check}${on(resource)} matches no finding any more: ${remedy}`,
    ),
  );
}

function on(resource: string | undefined): string {
  return resource ? ` on ${resource}` : '';
}
