import type { Plain } from '../../model/node.ts';

/** The longest list that is written in one line. */
const longestLine = 80;

/**
 * A value as an HCL expression, laid out as `terraform fmt` does it.
 * @param indent of the line that it starts on
 */
export function renderValue(value: Plain, indent: string, newline: string): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return renderList(value as readonly Plain[], indent, newline);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const inner = `${indent}  `;
  const lines = renderAssignments(
    entries.map(([key, held]) => [renderKey(key), renderValue(held, inner, newline)]),
  ).map((line) => `${inner}${line}`);
  return ['{', ...lines, `${indent}}`].join(newline);
}

function renderList(items: readonly Plain[], indent: string, newline: string): string {
  const inner = `${indent}  `;
  const rendered = items.map((item) => renderValue(item, inner, newline));
  const line = `[${rendered.join(', ')}]`;
  if (line.length <= longestLine && !line.includes('\n')) return line;
  return ['[', ...rendered.map((item) => `${inner}${item},`), `${indent}]`].join(newline);
}

/** Lines of `name = value`, the signs below one another where values of one line follow each other. */
export function renderAssignments(entries: readonly (readonly [string, string])[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < entries.length; ) {
    let end = at;
    while (end < entries.length && !entries[end]![1].includes('\n')) end++;
    const run = entries.slice(at, Math.max(end, at + 1));
    const width = Math.max(...run.map(([name]) => name.length));
    lines.push(...run.map(([name, value]) => `${run.length > 1 ? name.padEnd(width) : name} = ${value}`));
    at += run.length;
  }
  return lines;
}

/** A key of an object: bare where it is an identifier. Source: HCL native syntax specification, "Identifiers". */
export function renderKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : quote(key);
}

/** A quoted template that stands for a text. Source: HCL native syntax specification, "Template Expressions". */
export function quote(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(
      /[\u0000-\u001f\u007f-\u009f]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/([$%])\{/g, '$1$1{');
  return `"${escaped}"`;
}
