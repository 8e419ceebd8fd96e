import type { YamlMap } from '../../yaml/yaml.ts';
import type { Variables } from '../unit.ts';
import type { Expressions } from './expressions.ts';

/** The ConfigMap of variables, whose values are those of the chart. */
export function configMapOf({ name, namespace }: Variables, expressions: Expressions): YamlMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data: expressions.add((column) => `{{- toYaml .Values.variables | nindent ${column} }}`),
  };
}

/** Pods that carry a hash of the variables, so that a change of them replaces the pods. */
export function followingVariables(object: YamlMap, expressions: Expressions): YamlMap {
  if (object['kind'] !== 'Deployment' && object['kind'] !== 'Rollout') return object;
  const spec = object['spec'] as YamlMap;
  const template = spec['template'] as YamlMap;
  const metadata = template['metadata'] as YamlMap;
  const annotations = {
    ...(metadata['annotations'] as YamlMap | undefined),
    'plinth.dev/variables': expressions.add(() => '{{ .Values.variables | toYaml | sha256sum }}'),
  };
  return {
    ...object,
    spec: { ...spec, template: { ...template, metadata: { ...metadata, annotations } } },
  };
}
