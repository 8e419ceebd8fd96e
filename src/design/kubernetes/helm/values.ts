import type { Environment } from '../../environment.ts';
import type { Plain } from '../plain.ts';
import { plain } from '../plain.ts';
import type { Vary } from '../site.ts';
import type { Unit } from '../unit.ts';

/** Values by their names: `scale.min`. */
export type NamedValues = ReadonlyMap<string, Plain>;
export type PlainMap = { readonly [key: string]: Plain };

/** What people turn most often, even where it is the same in all environments. */
const turned: ReadonlySet<string> = new Set(['resources', 'scale.min', 'scale.max', 'scale.cpu', 'priority']);

/** The values that the manifests of a unit vary by, in an environment. */
export function recordedIn(unit: Unit, environment: Environment): NamedValues {
  const values = new Map<string, Plain>();
  const record: Vary = (name, value) => {
    const given = plain(value);
    if (JSON.stringify(values.get(name) ?? given) !== JSON.stringify(given))
      throw new Error(`${name} of ${unit.name} stands for two values`);
    values.set(name, given);
    return value;
  };
  unit.partsIn(environment, record);
  return values;
}

/** Names of the values that a chart lets its environments set. */
export function settableOf(all: readonly NamedValues[]): ReadonlySet<string> {
  const names = new Set(all.flatMap((values) => [...values.keys()]));
  names.delete('image');
  return new Set(
    [...names].filter(
      (name) => turned.has(name) || new Set(all.map((values) => JSON.stringify(values.get(name)))).size > 1,
    ),
  );
}

/** `scale.min` as `{ scale: { min } }`. */
export function nested(values: NamedValues, names: ReadonlySet<string>): PlainMap {
  const root: Record<string, Plain> = {};
  for (const name of names) {
    const value = values.get(name);
    if (value === undefined) continue;
    const path = name.split('.');
    let at = root;
    for (const key of path.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, Plain>;
    }
    at[path.at(-1)!] = value;
  }
  return root;
}

/** What one map of values has to say where another is known: charts merge maps, and replace everything else. */
export function beyond(values: PlainMap, known: PlainMap): PlainMap {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): [string, Plain][] => {
      const before = known[key];
      if (JSON.stringify(before) === JSON.stringify(value)) return [];
      return isMap(value) && isMap(before) ? [[key, beyond(value, before)]] : [[key, value]];
    }),
  );
}

export function isMap(value: Plain | undefined): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
