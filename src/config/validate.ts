import type * as z from 'zod/mini';
import { Mapping } from '../model/mapping.ts';
import type { Node, Plain } from '../model/node.ts';
import type { Problem } from '../model/problem.ts';
import { complaintOf, type Issue, type OtherWords } from './complaint.ts';

/** What a document holds once everything wrong is left out. */
export interface Validated<T> {
  /** `undefined` where nothing can be used */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** whether an entry was left out, such as `('suppressions', 2)` in the numbering of the document */
  readonly leftOut: (key: string, index: number) => boolean;
}

/**
 * Holds a document against a schema. Each fault becomes a problem at its place and takes away one entry (a key of the
 * top, or an entry of the map or list there), so that one mistake does not bring down the rest, and so that nothing
 * that is half right counts.
 * @param others what other tools call a key, to suggest ours
 */
export function validate<T>(schema: z.ZodMiniType<T>, document: Node, others?: OtherWords): Validated<T> {
  const first = schema.safeParse(document.plain(), { reportInput: true });
  if (first.success) return { value: first.data, problems: [], leftOut: () => false };
  const wrong = new Set<string>();
  const problems = first.error.issues.flatMap((issue: Issue) =>
    complaintOf(schema, issue, others).map(({ path, message }): Problem => {
      wrong.add(path.slice(0, 2).join('\0'));
      return problemAt(document, path, message);
    }),
  );
  const rest = schema.safeParse(without(document.plain(), wrong));
  return {
    value: rest.success ? rest.data : undefined,
    problems,
    leftOut: (key, index) => wrong.has(key) || wrong.has(`${key}\0${index}`),
  };
}

/** A problem at a path of a document, or at the nearest place above it that is written. */
export function problemAt(document: Node, path: readonly PropertyKey[], message: string): Problem {
  let node = document;
  for (const key of path) {
    const next = node.peek(typeof key === 'number' ? key : String(key));
    if (!next) break;
    node = next;
  }
  const end = node.content instanceof Mapping || Array.isArray(node.content) ? endOfLine(node) : node.end;
  const { file, keyStart: start } = node;
  return { kind: 'configuration', message, path: file.path, file, start, end };
}

function endOfLine({ file, keyStart, end }: Node): number {
  const line = file.text.indexOf('\n', keyStart);
  return line < 0 ? end : Math.min(line, end);
}

function without(data: Plain, wrong: ReadonlySet<string>): Plain {
  if (!isMap(data)) return data;
  const kept = Object.entries(data).filter(([key]) => !wrong.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutEntries(key, value, wrong)]));
}

function withoutEntries(key: string, value: Plain, wrong: ReadonlySet<string>): Plain {
  if (isList(value)) return value.filter((_, at) => !wrong.has(`${key}\0${at}`));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !wrong.has(`${key}\0${name}`)));
}

function isList(data: Plain): data is readonly Plain[] {
  return Array.isArray(data);
}

function isMap(data: Plain): data is { readonly [key: string]: Plain } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
