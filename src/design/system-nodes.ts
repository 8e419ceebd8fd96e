import type { Environment } from './environment.ts';
import type { YamlMap } from './yaml/yaml.ts';

/** Keeps a pod on the nodes that are there at all hours. */
export function onSystemNodes({ cluster }: Environment): YamlMap {
  const pool = cluster!.nodePools.find(({ name }) => name === 'system')!;
  const { labels, taint } = pool;
  return {
    nodeSelector: { ...labels },
    ...(taint && {
      tolerations: [{ key: taint.key, operator: 'Equal', value: taint.value, effect: taint.effect }],
    }),
  };
}

/** The same for what watches, where other nodes go by night: on them it would keep them, and see nothing without them. */
export function whereNightsAreOff(environment: Environment): YamlMap {
  return environment.schedule && environment.cluster ? onSystemNodes(environment) : {};
}
