import type { AnyCheck, Example } from '../checks/check.ts';
import { allChecks } from '../verdict/select-checks.ts';
import { findChecks } from './find-checks.ts';

/**
 * What a check is about, as text; a line for each where a name means several, or all without one.
 * @param name as {@link findChecks} understands it
 * @param width columns
 * @throws UserError where there is no such check
 */
export async function explain(name: string | undefined, width: number): Promise<string> {
  if (name === undefined) return listing(await allChecks());
  const found = await findChecks(name);
  if (found.length === 1) return describe(found[0]!, Math.min(width, 100));
  return `${name} means ${found.length} checks\n\n${listing(found)}`;
}

function listing(checks: readonly AnyCheck[]): string {
  const longest = Math.max(...checks.map(({ id }) => id.length));
  return checks
    .map(
      ({ id, severity, dimension, title }) =>
        `${id.padEnd(longest)}  ${severity.padEnd(8)}  ${dimension.padEnd(17)}  ${title}
`,
    )
    .join('');
}

function describe(check: AnyCheck, width: number): string {
  const fold = (text: string) => wrap(text, width);
  const list = (name: string, items: readonly string[] = []) =>
    items.length > 0 ? `\n${name}\n${items.map((item) => `  ${item}\n`).join('')}` : '';
  return [
    `${check.id}\n${check.title}\n\n`,
    `${fold(`${check.severity} · ${check.dimension} · looks at ${check.visits.of}`)}\n\n`,
    `${fold(check.why)}\n`,
    `\nBad\n${example(check.examples.bad)}`,
    `\nGood\n${example(check.examples.good)}`,
    list('Same as', check.sameAs),
    list('Controls', check.controls),
    list('Sources', check.sources),
    '\nTo see only this one        ',
    `plinth verify . --check ${check.id}\n`,
    'To accept it in one place   ',
    `# plinth:ignore ${check.id} <reason>\n`,
    'To turn it off              ',
    `checks: { ${check.id}: off }   in plinth.config.yaml\n`,
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
