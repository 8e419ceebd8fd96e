import type { AnyCheck, Example } from '../checks/check.ts';
import { allChecks } from '../verdict/select-checks.ts';
import { UserError } from './options.ts';

/**
 * What a check is about, as text; all checks, a line each, without an id.
 * @param id of the check, or of the same check in another tool (`CKV_K8S_13`)
 * @throws UserError where there is none, with the nearest ids
 */
export async function explain(id: string | undefined, width: number): Promise<string> {
  const checks = await allChecks();
  if (!id) return listing(checks);
  const found = checks.filter((check) => check.id === id || sameIn(check, id));
  if (found.length === 0) throw new UserError(`there is no check ${id}`, suggestion(checks, id));
  return found.map((check) => describe(check, Math.min(width, 100))).join('\n');
}

function sameIn(check: AnyCheck, id: string): boolean {
  const wanted = id.toLowerCase();
  return (check.sameAs ?? []).some(
    (same) => same.toLowerCase() === wanted || same.toLowerCase().split(':')[1] === wanted,
  );
}

function suggestion(checks: readonly AnyCheck[], id: string): string {
  const words = id.split(/[/-]/).filter((word) => word.length > 2);
  const near = checks
    .map((check) => ({ id: check.id, score: words.filter((word) => check.id.includes(word)).length }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
  return near.length > 0
    ? `did you mean ${near.map((one) => one.id).join(', ')}?`
    : 'plinth explain lists them all';
}

function listing(checks: readonly AnyCheck[]): string {
  const longest = Math.max(...checks.map(({ id }) => id.length));
  return checks
    .map(
      ({ id, severity, dimension, title }) =>
        `${id.padEnd(longest)}  ${severity.padEnd(8)}  ${dimension.padEnd(17)}  ${title}\n`,
    )
    .join('');
}

function describe(check: AnyCheck, width: number): string {
  const fold = (text: string) => wrap(text, width);
  const list = (name: string, items: readonly string[] = []) =>
    items.length > 0 ? `\n${name}\n${items.map((item) => `  ${item}\n`).join('')}` : '';
  return [
    `${check.id}\n${check.title}\n\n`,
    `${check.severity} · ${check.dimension} · looks at ${check.visits.of}\n\n`,
    `${fold(check.why)}\n`,
    `\nBad\n${example(check.examples.bad)}`,
    `\nGood\n${example(check.examples.good)}`,
    list('Same as', check.sameAs),
    list('Controls', check.controls),
    list('Sources', check.sources),
    `\nAccept it in one place with a comment: # plinth:ignore ${check.id} <reason>\n`,
  ].join('');
}

function example(given: Example): string {
  const files = typeof given === 'string' ? [['', given] as const] : Object.entries(given);
  return files
    .map(
      ([path, text]) =>
        `${path ? `  ${path}\n` : ''}${text.replace(/\n$/, '').replace(/^(?=.)/gm, '    ')}\n`,
    )
    .join('\n');
}

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join('\n');
}
