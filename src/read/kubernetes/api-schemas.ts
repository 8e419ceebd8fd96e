import { enums } from '../../../data/kubernetes/enums.ts';
import { minorOf } from './api-version.ts';
import { fieldEntries, kinds, objects, readings, within } from './schema-text.ts';

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
      const entry = readings(key).find(({ from, to }) => within(this.minor, from, to));
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
  const all = readings(`${apiVersion} ${kind}`);
  return all.length === 0 ? undefined : [all[0]!.from, all.at(-1)!.to];
}

/** Other API versions that serve a kind: `apps/v1` for `extensions/v1beta1 Deployment`. */
export function versionsServing(kind: string, minor: number): readonly string[] {
  return [...kinds().keys()]
    .filter((key) => key.endsWith(` ${kind}`))
    .filter((key) => readings(key).some(({ from, to }) => within(minor, from, to)))
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
