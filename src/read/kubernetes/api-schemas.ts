import { enums } from '../../../data/kubernetes/enums.ts';
import { minors, schemas } from '../../../data/kubernetes/schemas.ts';
import { minorOf } from './api-version.ts';

/** `string`, `integer`, …, a list or a map of a type, or the name of an object. */
export type FieldType =
  | { readonly is: Scalar }
  | { readonly is: 'list' | 'map'; readonly of: FieldType }
  | { readonly is: 'object'; readonly name: string };

export type Scalar =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'quantity'
  | 'int-or-string'
  | 'base64'
  | 'any';

export interface Field {
  readonly type: FieldType;
  readonly required: boolean;
  /** the only values that are admitted */
  readonly values?: readonly string[];
}

export interface ObjectSchema {
  /** as the API names it: `apps.v1.DeploymentSpec` */
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** What the API of one version of Kubernetes takes. Objects are read from the facts when they are asked for. */
export class ApiSchemas {
  readonly #objects = new Map<string, ObjectSchema | undefined>();
  readonly #kinds = new Map<string, ObjectSchema | undefined>();

  constructor(readonly minor: number) {}

  /** The schema of a kind; `undefined` where this version does not serve it. */
  ofKind(apiVersion: string, kind: string): ObjectSchema | undefined {
    const key = `${apiVersion} ${kind}`;
    if (!this.#kinds.has(key)) {
      const entry = readings(key, kinds()).find(({ from, to }) => within(this.minor, from, to));
      this.#kinds.set(key, entry && this.object(entry.value));
    }
    return this.#kinds.get(key);
  }

  object(name: string): ObjectSchema | undefined {
    if (!this.#objects.has(name)) this.#objects.set(name, parseObject(name, this.minor));
    return this.#objects.get(name);
  }
}

/** The API of a version (`1.33`); the nearest that is described where there are no facts about it. */
export function apiSchemas(version: string): ApiSchemas {
  const minor = minorOf(version);
  const known = byMinor.get(minor) ?? new ApiSchemas(minor);
  byMinor.set(minor, known);
  return known;
}

/** Minor versions that served a kind, first to last; `undefined` where none of those described did. */
export function servedIn(
  apiVersion: string,
  kind: string,
): readonly [first: number, last: number] | undefined {
  const all = readings(`${apiVersion} ${kind}`, kinds());
  return all.length === 0 ? undefined : [all[0]!.from, all.at(-1)!.to];
}

/** Other API versions that serve a kind: `apps/v1` for `extensions/v1beta1 Deployment`. */
export function versionsServing(kind: string, minor: number): readonly string[] {
  return [...kinds().keys()]
    .filter((key) => key.endsWith(` ${kind}`))
    .filter((key) => readings(key, kinds()).some(({ from, to }) => within(minor, from, to)))
    .map((key) => key.slice(0, key.indexOf(' ')));
}

/** Minor versions that have a field which another version lacks. */
export function fieldKnownIn(
  object: string,
  field: string,
): readonly [first: number, last: number] | undefined {
  const all = fieldEntries(objects().get(object)).filter((entry) => entry.key === field);
  return all.length === 0 ? undefined : [all[0]!.from, all.at(-1)!.to];
}

const byMinor = new Map<number, ApiSchemas>();

interface Entry {
  readonly key: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

function within(minor: number, from: number, to: number): boolean {
  return from <= minor && minor <= to;
}

let kindLines: Map<string, string[]> | undefined;
let objectLines: Map<string, string> | undefined;

/** `apps/v1 Deployment` → its objects with their ranges. */
function kinds(): ReadonlyMap<string, readonly string[]> {
  if (!kindLines) {
    kindLines = new Map();
    for (const line of schemas.slice(0, schemas.indexOf('\n\n')).split('\n')) {
      const at = line.lastIndexOf(' ');
      const key = line.slice(0, at);
      kindLines.set(key, [...(kindLines.get(key) ?? []), line.slice(at + 1)]);
    }
  }
  return kindLines;
}

function objects(): ReadonlyMap<string, string> {
  objectLines ??= new Map(
    schemas
      .slice(schemas.indexOf('\n\n') + 2)
      .split('\n')
      .map((line) => [line.split(' ', 1)[0]!, line]),
  );
  return objectLines;
}

function readings(key: string, table: ReadonlyMap<string, readonly string[]>): readonly Entry[] {
  return (table.get(key) ?? []).map((text) => entry(key, text));
}

function fieldEntries(line: string | undefined): readonly Entry[] {
  if (!line) return [];
  return line
    .split(' ')
    .slice(1)
    .map((text) => {
      const at = text.indexOf('=');
      return entry(text.slice(0, at), text.slice(at + 1));
    });
}

/** Reads `type@from-to`. */
function entry(key: string, text: string): Entry {
  const at = text.indexOf('@');
  const [from = '', to = ''] = at < 0 ? [] : text.slice(at + 1).split('-');
  return {
    key,
    value: at < 0 ? text : text.slice(0, at),
    from: from === '' ? minors[0]! : Number(from),
    to: to === '' ? minors.at(-1)! : Number(to),
  };
}

function parseObject(name: string, minor: number): ObjectSchema | undefined {
  const line = objects().get(name);
  if (!line) return undefined;
  const fields = new Map<string, Field>();
  for (const { key, value, from, to } of fieldEntries(line)) {
    if (!within(minor, from, to)) continue;
    const required = value.endsWith('!');
    const values = admitted().get(`${name}.${key}`);
    fields.set(key, {
      type: parseType(required ? value.slice(0, -1) : value),
      required,
      ...(values ? { values } : {}),
    });
  }
  return { name, fields };
}

function parseType(text: string): FieldType {
  if (text.startsWith('[')) return { is: 'list', of: parseType(text.slice(1, -1)) };
  if (text.startsWith('{')) return { is: 'map', of: parseType(text.slice(1, -1)) };
  return text.includes('.') ? { is: 'object', name: text } : { is: text as Scalar };
}

let admittedValues: Map<string, readonly string[]> | undefined;

/** `core.v1.PodSpec.restartPolicy` → its values. */
function admitted(): ReadonlyMap<string, readonly string[]> {
  if (!admittedValues) {
    admittedValues = new Map();
    for (const line of enums.trimEnd().split('\n')) {
      const [place = '', ...values] = line.split(' ');
      const at = place.lastIndexOf('.');
      for (const field of place.slice(at + 1).split(','))
        admittedValues.set(
          `${place.slice(0, at)}.${field}`,
          values.map((value) => (value === '""' ? '' : value)),
        );
    }
  }
  return admittedValues;
}
