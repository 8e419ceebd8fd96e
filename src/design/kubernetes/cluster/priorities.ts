import { batchPriority } from '../../priority.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';

const priority = (name: string, value: number, description: string, rest: YamlMap = {}): YamlMap => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name },
  value,
  description,
  ...rest,
});

/** Who gives way when nodes are full. */
export const priorities: readonly YamlMap[] = [
  priority('critical', 1_000_000, 'What people notice at once: gets room by evicting the others.'),
  priority('standard', 0, 'Everything that does not say otherwise.', {
    globalDefault: true,
  }),
  priority('batch', batchPriority, 'Jobs: they wait, and are run again when they had to give way.', {
    preemptionPolicy: why('Never', 'A job evicts nobody.'),
  }),
];
