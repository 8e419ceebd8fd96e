import type { YamlMap } from '../yaml/yaml.ts';
import type { Part } from './unit.ts';

/** A file of what there is; none where there is nothing. */
export function part(file: string, objects: readonly YamlMap[], own?: 'own'): Part[] {
  return objects.length === 0 ? [] : [{ file, objects, ...(own && { own: true }) }];
}
