import { scalar } from './scalar.ts';

/** A value with a comment above it (in a map above its key). */
export class Commented {
  constructor(
    readonly value: YamlValue,
    readonly comment: string,
  ) {}
}

/** A map or list on one line: `{ cpu: 70 }`. */
export class Flow {
  constructor(readonly value: YamlValue) {}
}

/** What stands in place of a value and is no YAML yet, such as `{{ .Values.host }}`. */
export class Expression {
  /** @param text what is written, for what is below in that column */
  constructor(readonly text: (column: number) => string) {}
}

export interface YamlMap {
  readonly [key: string]: YamlValue | undefined;
}
/** A key of a map whose value is `undefined` is left out. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | Commented
  | Flow
  | Expression
  | readonly YamlValue[]
  | YamlMap;

/** Says why, above a value: `{ replicas: why(3, 'one a zone') }`. */
export function why(value: YamlValue, comment: string): Commented {
  return new Commented(value, comment);
}

/** On one line. */
export function flow(value: YamlValue): Flow {
  return new Flow(value);
}

/** A document as text, read the same by YAML 1.1 (kubectl) and 1.2. @param heading comment above everything */
export function yaml(value: YamlValue, heading?: string): string {
  const body = isEmpty(value) || !isBranch(value) ? `${inline(value)}\n` : branch(value, '');
  return heading === undefined ? body : comments(heading, '') + body;
}

/** Several documents in one file. */
export function yamlStream(values: readonly YamlValue[], heading?: string): string {
  const text = values.map((value) => yaml(value)).join('---\n');
  return heading === undefined ? text : comments(heading, '') + text;
}

function branch(value: YamlValue, indent: string): string {
  return Array.isArray(value) ? list(value, indent) : map(value as YamlMap, indent);
}

function map(value: YamlMap, indent: string): string {
  let text = '';
  for (const [key, given] of Object.entries(value)) {
    if (given === undefined) continue;
    const [inner, comment] = uncommented(given);
    text += `${comments(comment, indent)}${indent}${scalar(key, undefined)}:${after(inner, indent, indent)}`;
  }
  return text;
}

function list(values: readonly YamlValue[], indent: string): string {
  return values
    .map((given) => {
      const [inner, comment] = uncommented(given);
      const head = `${comments(comment, indent)}${indent}-`;
      if (!isBranch(inner) || isEmpty(inner)) return `${head}${after(inner, indent, indent)}`;
      // the first line of a map or list in a list stands behind the hyphen, unless a comment is above it
      const body = branch(inner, `${indent}  `);
      return body.trimStart().startsWith('#') ? `${head}\n${body}` : `${head} ${body.trimStart()}`;
    })
    .join('');
}

/** What stands behind a key or a hyphen. */
function after(value: YamlValue, indent: string, listIndent: string): string {
  if (isBranch(value) && !isEmpty(value))
    return `\n${Array.isArray(value) ? list(value, `${listIndent}  `) : map(value as YamlMap, `${indent}  `)}`;
  return ` ${inline(value, indent)}\n`;
}

function inline(value: YamlValue, indent = ''): string {
  if (value instanceof Flow) return onOneLine(value.value);
  if (value instanceof Expression) return value.text(indent.length + 2);
  if (typeof value === 'string') return scalar(value, `${indent}  `);
  if (Array.isArray(value)) return '[]';
  return typeof value === 'object' && value !== null ? '{}' : String(value);
}

function onOneLine(value: YamlValue): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value === 'string') return scalar(value, undefined);
  if (!isBranch(value)) return String(value);
  const entries = Object.entries(value as YamlMap).filter(([, one]) => one !== undefined);
  return entries.length === 0
    ? '{}'
    : `{ ${entries.map(([key, one]) => `${scalar(key, undefined)}: ${onOneLine(one!)}`).join(', ')} }`;
}

function uncommented(value: YamlValue): [YamlValue, string | undefined] {
  return value instanceof Commented ? [value.value, value.comment] : [value, undefined];
}

function comments(text: string | undefined, indent: string): string {
  if (text === undefined) return '';
  return text
    .split('\n')
    .map((line) => `${indent}${line === '' ? '#' : `# ${line}`}\n`)
    .join('');
}

function isBranch(value: YamlValue): value is YamlMap | readonly YamlValue[] {
  const isLeaf = value instanceof Flow || value instanceof Commented || value instanceof Expression;
  return typeof value === 'object' && value !== null && !isLeaf;
}

function isEmpty(value: YamlValue): boolean {
  if (!isBranch(value)) return false;
  return Array.isArray(value) ? value.length === 0 : Object.values(value).every((one) => one === undefined);
}
