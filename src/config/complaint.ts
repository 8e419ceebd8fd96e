import type * as z from 'zod/mini';
import { nearest } from './nearest.ts';

export type Issue = z.core.$ZodIssue;

export interface Complaint {
  readonly path: readonly PropertyKey[];
  /** what is wrong and what would be right */
  readonly message: string;
}

/** Says an issue of zod in our own words, with a suggestion for a mistyped key. */
export function complaintOf(schema: z.ZodMiniType, issue: Issue): Complaint[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(schema, issue.path, issue.keys);
  const inner = issue.code === 'invalid_union' ? meant(issue.errors) : undefined;
  if (inner) return complaintOf(schema, { ...inner, path: [...issue.path, ...inner.path] } as Issue);
  // a key of a map that is no such key
  const [ofKey] = issue.code === 'invalid_key' ? issue.issues : [];
  if (ofKey) return [{ path: issue.path, message: `"${String(issue.path.at(-1))}" ${fault(ofKey)}` }];
  const name = issue.path.map(String).join('.') || 'the file';
  return [{ path: issue.path, message: `${name} ${fault(issue)}` }];
}

function unknownKeys(
  schema: z.ZodMiniType,
  path: readonly PropertyKey[],
  keys: readonly string[],
): Complaint[] {
  const known = knownKeys(schema, path);
  const where = path.length > 0 ? ` in ${path.map(String).join('.')}` : '';
  return keys.map((key) => {
    const suggestion = nearest(key, known);
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
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kind(issue.expected)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      // a schema that says what a text must be says it best
      if (issue.message.startsWith('must ')) return issue.message;
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

function alternative(issue: Issue | undefined): string {
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
