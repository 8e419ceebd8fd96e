import { existsSync, readFileSync } from 'node:fs';
import { equals } from '../../src/read/terraform/language/equality.ts';
import { Failure } from '../../src/read/terraform/language/failure.ts';
import { parseNumber } from '../../src/read/terraform/language/number-text.ts';
import { setValue } from '../../src/read/terraform/language/set-value.ts';
import {
  anyType,
  boolType,
  listOf,
  mapOf,
  numberType,
  objectOf,
  sameType,
  setOf,
  stringType,
  type Type,
  tupleOf,
} from '../../src/read/terraform/language/type.ts';
import { unknownValue } from '../../src/read/terraform/language/unknown-value.ts';
import {
  boolValue,
  listValue,
  mapValue,
  nullValue,
  numberValue,
  objectValue,
  textValue,
  tupleValue,
  type Value,
} from '../../src/read/terraform/language/value.ts';

/** Where the oracles lie: expected answers that HashiCorp and OpenTofu wrote. Its README says how they are written. */
const folder = '../shared/oracles';

export const hasOracles = existsSync(`${folder}/README.md`);

export function readOracle<T>(name: string): readonly T[] {
  return hasOracles ? (JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as readonly T[]) : [];
}

export type OracleType = string | readonly [string, unknown];
export type OracleValue = Readonly<Record<string, unknown>>;

export function readType(written: OracleType): Type {
  if (typeof written === 'string') return primitives[written] ?? anyType;
  const [kind, inner] = written;
  switch (kind) {
    case 'list':
      return listOf(readType(inner as OracleType));
    case 'set':
      return setOf(readType(inner as OracleType));
    case 'map':
      return mapOf(readType(inner as OracleType));
    case 'tuple':
      return tupleOf((inner as OracleType[]).map(readType));
    default:
      return objectOf(
        new Map(Object.entries(inner as object).map(([name, type]) => [name, readType(type as OracleType)])),
      );
  }
}

const primitives: Readonly<Record<string, Type>> = { string: stringType, number: numberType, bool: boolType };

const marks: Readonly<Record<string, string>> = {
  'marks.Sensitive': 'sensitive',
  'marks.Ephemeral': 'ephemeral',
};

export function readValue(written: OracleValue): Value {
  const element = 'of' in written ? readType(written['of'] as OracleType) : undefined;
  const items = (key: string) => (written[key] as OracleValue[]).map(readValue);
  const entries = (key: string) =>
    new Map(
      Object.entries(written[key] as Record<string, OracleValue>).map(([name, part]) => [
        name,
        readValue(part),
      ]),
    );
  if ('mark' in written) {
    const mark = String(written['mark']);
    return readValue(written['value'] as OracleValue).withMarks(new Set([marks[mark] ?? mark]));
  }
  if ('refine' in written) {
    if (written['refine'] !== 'notnull') return unknownValue(anyType, refinedBeyond);
    const value = readValue(written['value'] as OracleValue);
    return unknownValue(value.type, 'the test says so', { present: true }).withMarks(value.marks);
  }
  if ('string' in written) return textValue(String(written['string']));
  if ('number' in written) return numberOf(String(written['number']));
  if ('bool' in written) return boolValue(written['bool'] === true);
  if ('list' in written) return listValue(items('list'), element);
  if ('set' in written) return setValue(items('set'), element);
  if ('tuple' in written) return tupleValue(items('tuple'));
  if ('map' in written) return mapValue(entries('map'), element);
  if ('object' in written) return objectValue(entries('object'));
  if ('null' in written) return nullValue(readType(written['null'] as OracleType));
  return unknownValue(readType(written['unknown'] as OracleType), 'the test says so');
}

function numberOf(written: string): Value {
  const number = parseNumber(written);
  if (number instanceof Failure) throw new Error(`the oracle's number ${written} cannot be read`);
  return numberValue(number);
}

/** Details of an unknown value that the oracle does not spell out. */
const refinedBeyond = 'refined in a way that the oracle does not spell out';

/** Whether a value written by the oracle says no more than that it is unknown and refined. */
export function isOpaque(written: unknown): boolean {
  return JSON.stringify(written)?.includes('"refine":"builder"') ?? false;
}

/** What a value lacks to be the wanted one; nothing where it is: type, content, unknown parts and marks at every depth. */
export function difference(actual: Value, wanted: Value): string | undefined {
  if (wanted.data instanceof Object && 'reason' in wanted.data && wanted.data.reason === refinedBeyond)
    return actual.isUnknown ? undefined : 'it should be unknown';
  if ([...actual.marks].sort().join() !== [...wanted.marks].sort().join())
    return `marks ${[...actual.marks]} instead of ${[...wanted.marks]}`;
  if (!sameType(actual.type, wanted.type))
    return `type ${JSON.stringify(show(actual.type))} instead of ${JSON.stringify(show(wanted.type))}`;
  if (actual.isUnknown !== wanted.isUnknown) return `unknown: ${actual.isUnknown}`;
  if (wanted.isUnknown)
    return wanted.isPresent && !actual.isPresent ? 'it should be known not to be null' : undefined;
  if (actual.isNull !== wanted.isNull) return `null: ${actual.isNull}`;
  if (!wanted.isIterable)
    return equals(actual, wanted) ? undefined : `${actual.data} instead of ${wanted.data}`;
  if (actual.parts.length !== wanted.parts.length) return `${actual.parts.length} parts`;
  for (const [at, part] of actual.parts.entries()) {
    const inner = difference(part, wanted.parts[at]!);
    if (inner) return `part ${at}: ${inner}`;
  }
  return undefined;
}

function show(type: Type): unknown {
  return 'attributes' in type ? { ...type, attributes: Object.fromEntries(type.attributes) } : type;
}
