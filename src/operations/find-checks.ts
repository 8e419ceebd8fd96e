import type { AnyCheck } from '../checks/check.ts';
import { nearest } from '../config/nearest.ts';
import { familyOf } from '../config/policy.ts';
import { allChecks, meansCheck } from '../verdict/select-checks.ts';
import { UserError } from './options.ts';

/**
 * The checks that a name means: an id, a family (`kubernetes/*` or `kubernetes`), the last part of an id
 * (`run-as-root`), or the id of the same check in another tool (`CKV_K8S_23`, `checkov:CKV_K8S_23`).
 * @throws UserError where there is none, with the nearest names
 */
export async function findChecks(name: string): Promise<readonly AnyCheck[]> {
  const checks = await allChecks();
  const readings: readonly ((check: AnyCheck) => boolean)[] = [
    ({ id }) => meansCheck(name, id),
    ({ id }) => familyOf(id) === `${name}/*`,
    ({ id }) => id.endsWith(`/${name}`),
    (check) => isSameIn(check, name.toLowerCase()),
  ];
  for (const reads of readings) {
    const found = checks.filter(reads);
    if (found.length > 0) return found;
  }
  throw new UserError(`there is no check ${name}`, suggestion(checks, name));
}

function isSameIn({ sameAs = [] }: AnyCheck, wanted: string): boolean {
  return sameAs.some((same) => {
    const id = same.toLowerCase();
    return id === wanted || id.slice(id.indexOf(':') + 1) === wanted;
  });
}

function suggestion(checks: readonly AnyCheck[], name: string): string {
  const ids = checks.map(({ id }) => id);
  const families = [...new Set(ids.map(familyOf))];
  const lastParts = new Map(ids.map((id) => [id.slice(id.indexOf('/') + 1), id]));
  const short = nearest(name, lastParts.keys());
  const meant = nearest(name, [...ids, ...families]) ?? (short && lastParts.get(short));
  const near = meant ? [meant] : withWordsOf(ids, name);
  return near.length > 0
    ? `did you mean ${near.join(', ').replace(/, ([^,]+)$/, ' or $1')}?`
    : '`plinth explain` lists them all';
}

/** Ids that share the most words with a name. */
function withWordsOf(ids: readonly string[], name: string): string[] {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)
    .map((word) => word.replace(/s$/, ''));
  const scored = ids
    .map((id) => ({ id, score: words.filter((word) => id.includes(word)).length }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return scored
    .filter(({ score }) => score === scored[0]!.score)
    .slice(0, 3)
    .map(({ id }) => id);
}
