import { Commented, Flow, type YamlMap, type YamlValue } from '../../yaml/yaml.ts';
import { type Plain, plain } from '../plain.ts';

/** A step of a JSON patch (RFC 6902). */
export interface Operation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: Plain;
}

/** The steps that make one value of another, comments and manners of writing left aside; none where they are equal. */
export function patchOf(from: YamlValue, to: YamlValue, path = ''): Operation[] {
  if (from === to) return [];
  const [a, b] = [bare(from), bare(to)];
  if (isMap(a) && isMap(b)) {
    const steps: Operation[] = [];
    for (const key of keysOf(a, b)) {
      const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const [one, other] = [a[key], b[key]];
      if (other === undefined) steps.push({ op: 'remove', path: at });
      else if (one === undefined) steps.push({ op: 'add', path: at, value: plain(other) });
      else steps.push(...patchOf(one, other, at));
    }
    return steps;
  }
  // where lists have grown or shrunk, positions say nothing
  if (isList(a) && isList(b) && a.length === b.length)
    return a.flatMap((one, at) => patchOf(one, b[at]!, `${path}/${at}`));
  if (a === b) return [];
  const value = plain(b);
  return JSON.stringify(plain(a)) === JSON.stringify(value) ? [] : [{ op: 'replace', path, value }];
}

/** Keys that either has, in the order of the first. */
function keysOf(from: YamlMap, to: YamlMap): readonly string[] {
  const has = (map: YamlMap) => (key: string) => map[key] !== undefined;
  const own = Object.keys(from).filter(has(from));
  const added = Object.keys(to).filter((key) => to[key] !== undefined && from[key] === undefined);
  return added.length === 0 ? own : [...own, ...added];
}

function bare(value: YamlValue): YamlValue {
  return value instanceof Commented || value instanceof Flow ? bare(value.value) : value;
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isMap(value: YamlValue): value is YamlMap {
  return typeof value === 'object' && value !== null && !isList(value);
}
