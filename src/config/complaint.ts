import type * as z from 'zod/mini';
import { nearest } from './nearest.ts';

export type Issue = z.core.$ZodIssue;

export interface Complaint {
  readonly path: readonly PropertyKey[];
  /** what is wrong and what would be right */
  readonly message: string;
}

/** What other tools call a key of ours, in small letters. */
export type OtherWords = Readonly<Record<string, string>>;

/** Says an issue of zod in our own words, with a suggestion for a mistyped key. */
export function complaintOf(schema: z.ZodMiniType, issue: Issue, others: OtherWords = {}): Complaint[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(schema, issue.path, issue.keys, others);
  const inner = issue.code === 'invalid_union' ? meant(issue.errors) : undefined;
  if (inner) return complaintOf(schema, { ...inner, path: [...issue.path, ...inner.path] } as Issue, others);
  // a key of a map that is no such key
  const [ofKey] = issue.code === 'invalid_key' ? issue.issues : [];
  if (ofKey) return [{ path: issue.path, message: `"${String(issue.path.at(-1))}" ${fault(ofKey)}` }];
  return [{ path: issue.path, message: `${pathText(issue.path) || 'the file'} ${fault(issue)}` }];
}

/** A path as people write it: `services.api.needs[0]`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

function unknownKeys(
  schema: z.ZodMiniType,
  path: readonly PropertyKey[],
  keys: readonly string[],
  others: OtherWords,
): Complaint[] {
  const known = knownKeys(schema, path).filter((one) => !one.startsWith('$'));
  const where = path.length > 0 ? ` in ${pathText(path)}` : '';
  return keys.map((key) => {
    const other = others[key.toLowerCase().replaceAll(/[^a-z]/g, '')];
    const suggestion = other !== undefined && known.includes(other) ? other : nearest(key, known);
    const home = known.find((one) => knownKeys(schema, [...path, one]).includes(key));
    const hint = suggestion
      ? `did you mean "${suggestion}"?`
      : home
        ? `it stands within ${home}`
        : `there are ${known.join(', ')}`;
    return { path: [...path, key], message: `unknown key "${key}"${where}: ${hint}` };
  });
}

/** Of the complaints of a union's alternatives, that of the one that fits in kind: it tells what was meant. */
function meant(alternatives: readonly (readonly Issue[])[]): Issue | undefined {
  return alternatives.flat().find((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys');
}

function fault(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
  // a schema that says what a value must be says it best
  const isSaid = issue.message.startsWith('must ');
  if (issue.code === 'invalid_type' && issue.input === null)
    return `has nothing below it: ${isSaid ? `it ${issue.message}` : 'fill it in'}, or leave the key out`;
  if (isSaid) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      if (typeof issue.input === 'boolean' && issue.expected === 'string')
        return 'must be text: put it in quotes';
      return `must be ${kind(issue.expected)}${shape(issue)}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String), issue.input);
    case 'invalid_format':
      return issue.format === 'date'
        ? 'must be a day such as 2026-03-31'
        : `is not written as it must be (${issue.pattern ?? issue.format})`;
    case 'too_small':
      return issue.origin === 'number' ? `must be at least ${issue.minimum}` : 'must not be empty';
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'not_multiple_of':
      return 'must be a whole number';
    case 'invalid_union':
      return `must be ${issue.errors.map((errors) => alternative(errors[0])).join(', or ')}`;
    default:
      return `is not valid: ${issue.message}`;
  }
}

function oneOf(values: readonly string[], given: unknown): string {
  const all = `one of ${values.join(', ')}`;
  if (given === undefined) return `is missing: ${all}`;
  const word = typeof given === 'string' ? given.toLowerCase() : '';
  const begun = word.length < 2 ? [] : values.filter((one) => one.startsWith(word) || word.startsWith(one));
  const meant = nearest(word, values) ?? (begun.length === 1 ? begun[0] : undefined);
  return `must be ${all}${meant === undefined ? '' : `: did you mean "${meant}"?`}`;
}

/** What to do about a value of another shape; the value itself may be a secret, and is not said. */
function shape({ code, input, ...issue }: Issue): string {
  if (code !== 'invalid_type' || !('expected' in issue)) return '';
  if (issue.expected === 'array' && typeof input === 'string') return ': put it in square brackets';
  if (issue.expected === 'array') return ': its entries stand in square brackets, or each behind a hyphen';
  return Array.isArray(input) &&
    issue.path.length > 0 &&
    (issue.expected === 'record' || issue.expected === 'object')
    ? ': write names with a colon behind them, and no hyphens or brackets'
    : '';
}

function alternative(issue: Issue | undefined): string {
  if (issue?.code === 'invalid_type' && issue.message.startsWith('must be ')) return issue.message.slice(8);
  if (issue?.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  return issue?.code === 'invalid_type' ? kind(issue.expected) : 'something else';
}

function kind(expected: string): string {
  if (expected === 'record' || expected === 'object') return 'a map';
  if (expected === 'boolean') return 'true or false';
  if (expected === 'string') return 'text (write a number in quotes)';
  return expected === 'array' ? 'a list' : `a ${expected}`;
}

/** Keys that a schema knows at a path of the data. */
function knownKeys(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  let at: readonly z.core.$ZodTypes[] = unwrap(schema);
  for (const key of path)
    at = at.flatMap((type) => {
      const { def } = type._zod;
      if (def.type === 'object') return def.shape[String(key)] ? unwrap(def.shape[String(key)]!) : [];
      if (def.type === 'record') return unwrap(def.valueType);
      return def.type === 'array' ? unwrap(def.element) : [];
    });
  return at.flatMap((type) => (type._zod.def.type === 'object' ? Object.keys(type._zod.def.shape) : []));
}

function unwrap(schema: z.core.$ZodType): readonly z.core.$ZodTypes[] {
  const type = schema as z.core.$ZodTypes;
  const { def } = type._zod;
  if (def.type === 'optional') return unwrap(def.innerType);
  return def.type === 'union' ? def.options.flatMap(unwrap) : [type];
}
