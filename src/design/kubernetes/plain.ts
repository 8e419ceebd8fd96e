import { Commented, Flow, type YamlMap, type YamlValue } from '../yaml/yaml.ts';

/** Data as JSON knows it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A value without comments and manners of writing. */
export function plain(value: YamlValue): Plain {
  if (value instanceof Commented || value instanceof Flow) return plain(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Plain;
  const entries = Object.entries(value as YamlMap).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([key, one]) => [key, plain(one!)]));
}
