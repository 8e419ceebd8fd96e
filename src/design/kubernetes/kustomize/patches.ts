import { type YamlMap, yaml } from '../../yaml/yaml.ts';
import { identityOf, type Part } from '../unit.ts';
import { patchOf } from './patch.ts';

/** What makes objects of a kustomization what they are to be here. */
export function patchesOf(base: readonly Part[], parts: readonly Part[]): YamlMap[] {
  const wanted = new Map(parts.flatMap(({ objects }) => objects.map((one) => [identityOf(one), one])));
  return base.flatMap(({ objects }) =>
    objects.flatMap((object) => {
      if (!wanted.has(identityOf(object))) return [];
      const other = wanted.get(identityOf(object))!;
      // the base is as the last environment has it
      const steps = other === object ? [] : patchOf(object, other);
      if (steps.length === 0) return [];
      const { name } = object['metadata'] as YamlMap;
      return [{ target: { kind: object['kind']!, name: name! }, patch: yaml(steps as unknown as YamlMap[]) }];
    }),
  );
}
