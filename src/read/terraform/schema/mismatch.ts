import type { Expression } from '../../../syntax/hcl/tree.ts';
import { constantText } from '../constant.ts';
import type { ArgumentType } from './block-schema.ts';

/** What is wrong with a written value, and where. */
export interface Mismatch {
  readonly at: Expression;
  /** what has to stand there: `a list of texts` */
  readonly expected: string;
  /** what stands there: `a text` */
  readonly found: string;
}

/**
 * Where a value that is written out cannot be of a type, by Terraform's conversions: a number is also a text, a text that reads
 * like one is a number. What has to be evaluated fits.
 */
export function mismatchIn(value: Expression, type: ArgumentType): Mismatch | undefined {
  if (type === 'any' || (typeof type === 'object' && type.is === 'object')) return undefined;
  switch (value.kind) {
    case 'parenthesised':
      return mismatchIn(value.inner, type);
    case 'literal':
      if (value.value === null) return undefined;
      if (typeof value.value === 'boolean')
        return type === 'bool' || type === 'string' ? undefined : wrong(value, type, 'true or false');
      return type === 'number' || type === 'string' ? undefined : wrong(value, type, 'a number');
    case 'template':
      return templateMismatch(value, type);
    case 'tuple': {
      if (typeof type === 'string' || type.is === 'map') return wrong(value, type, 'a list');
      return firstIn(value.items, type.of);
    }
    case 'object': {
      if (typeof type === 'string' || type.is !== 'map') return wrong(value, type, 'a map');
      return firstIn(
        value.items.map((item) => item.value),
        type.of,
      );
    }
    default:
      return undefined;
  }
}

function firstIn(values: readonly Expression[], type: ArgumentType): Mismatch | undefined {
  for (const value of values) {
    const mismatch = mismatchIn(value, type);
    if (mismatch) return mismatch;
  }
  return undefined;
}

function templateMismatch(
  value: Expression & { kind: 'template' },
  type: ArgumentType,
): Mismatch | undefined {
  const text = constantText(value);
  // "${var.x}" alone is what var.x is, of any type
  if (text === undefined && value.parts.length < 2) return undefined;
  if (type === 'string') return undefined;
  if (typeof type === 'object') return wrong(value, type, 'a text');
  if (text === undefined) return undefined;
  const fits = type === 'bool' ? isTruth(text) : isNumber(text);
  return fits ? undefined : wrong(value, type, 'a text that cannot be read as such');
}

/** Source: go-cty, package `convert`: besides "true" and "false", "1" and "0" are truth values. */
function isTruth(text: string): boolean {
  return text === 'true' || text === 'false' || text === '1' || text === '0';
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text);
}

function wrong(at: Expression, type: ArgumentType, found: string): Mismatch {
  return { at, expected: describe(type), found };
}

function describe(type: ArgumentType): string {
  if (typeof type === 'object')
    return type.is === 'object' ? 'an object' : `a ${type.is} of ${plural(type.of)}`;
  return { string: 'a text', number: 'a number', bool: 'true or false', any: 'a value' }[type];
}

function plural(type: ArgumentType): string {
  if (typeof type === 'object') return type.is === 'object' ? 'objects' : `${type.is}s`;
  return { string: 'texts', number: 'numbers', bool: 'truth values', any: 'values' }[type];
}
