import { align, type Row } from './align.ts';
import { type HclList, type HclMap, type HclValue, Raw, Tall, Template } from './value.ts';

/** Longer lists are written an item a line. */
const widest = 80;

/** A value as text; its lines after the first are indented by `indent` already. */
export function printValue(value: HclValue, indent: string, column = indent.length): string {
  if (value instanceof Raw) return indented(value.text, indent);
  if (value instanceof Template)
    return value.text.includes('\n') ? heredoc(value.text, indent) : `"${quoted(value.text, false)}"`;
  if (value instanceof Tall)
    return Array.isArray(value.value)
      ? tallList(value.value, indent)
      : tallMap(value.value as HclMap, indent);
  if (typeof value === 'string') return `"${quoted(value, true)}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (!Array.isArray(value)) return tallMap(value as HclMap, indent);
  const list = value as HclList;
  const short = list.every((item) => !isTall(item))
    ? `[${list.map((item) => printValue(item, indent)).join(', ')}]`
    : '\n';
  return short.includes('\n') || column + short.length > widest ? tallList(list, indent) : short;
}

function isTall(item: HclValue): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    !(item instanceof Raw) &&
    !(item instanceof Template) &&
    !Array.isArray(item)
  );
}

function tallList(list: HclList, indent: string): string {
  if (list.length === 0) return '[]';
  const deeper = `${indent}  `;
  return `[\n${list.map((item) => `${deeper}${printValue(item, deeper)},\n`).join('')}${indent}]`;
}

function tallMap(map: HclMap, indent: string): string {
  const entries = Object.entries(map).filter((entry): entry is [string, HclValue] => entry[1] !== undefined);
  if (entries.length === 0) return '{}';
  const deeper = `${indent}  `;
  const rows = entries.map(([key, value]): Row => {
    const name = keyText(key);
    return { name, value: printValue(value, deeper, deeper.length + name.length + 3) };
  });
  return `{\n${align(rows, deeper)}${indent}}`;
}

/** A key in brackets is evaluated: `(var.name)`; one that is no identifier is quoted. */
function keyText(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) || key.startsWith('(') ? key : `"${quoted(key, true)}"`;
}

function quoted(text: string, literal: boolean): string {
  // nearly all texts, and there are many
  if (!/["\\\n\r\t]|[$%]\{/.test(text)) return text;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  // `$&` is what was found, where `$$` would be a single dollar
  if (literal) return escaped.replaceAll('"', '\\"').replaceAll(/\$\{|%\{/g, (found) => found[0] + found);
  // quotes inside of what is evaluated belong to its expression
  return text.replace(/\$\{[^}]*\}|"|\\(?!\\)|\t/g, (found) =>
    found === '"' ? '\\"' : found === '\\' ? '\\\\' : found === '\t' ? '\\t' : found,
  );
}

function heredoc(text: string, indent: string): string {
  const deeper = `${indent}  `;
  const lines = text.replace(/\n$/, '').split('\n');
  return `<<-EOT\n${lines.map((line) => (line === '' ? '\n' : `${deeper}${line}\n`)).join('')}${indent}EOT`;
}

function indented(text: string, indent: string): string {
  return text.replaceAll(/\n(?!\n)/g, `\n${indent}`);
}
