import type { Plain } from '../plain.ts';

/** A step of a JSON patch (RFC 6902). */
export interface Operation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: Plain;
}

/** The steps that make one value of another; none where they are equal. */
export function patchOf(from: Plain, to: Plain, path = ''): Operation[] {
  if (isMap(from) && isMap(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return keys.flatMap((key): Operation[] => {
      const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!(key in to)) return [{ op: 'remove', path: at }];
      if (!(key in from)) return [{ op: 'add', path: at, value: to[key]! }];
      return patchOf(from[key]!, to[key]!, at);
    });
  }
  // where lists have grown or shrunk, positions say nothing
  if (isList(from) && isList(to) && from.length === to.length)
    return from.flatMap((one, at) => patchOf(one, to[at]!, `${path}/${at}`));
  return from === to || JSON.stringify(from) === JSON.stringify(to)
    ? []
    : [{ op: 'replace', path, value: to }];
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isMap(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !isList(value);
}
