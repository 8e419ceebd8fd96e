import { isTemplate, labelKeyFault, labelValueFault } from '../../graph/kubernetes/name-syntax.ts';
import { apiObjects } from '../../graph/kubernetes/validated-objects.ts';
import type { Path } from '../../model/node.ts';
import { check } from '../check.ts';

const inPods: readonly Path[] = [
  ['spec', 'template', 'metadata', 'labels'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels'],
  ['spec', 'selector', 'matchLabels'],
];
const holders: Readonly<Record<string, readonly Path[]>> = {
  Deployment: inPods,
  StatefulSet: inPods,
  DaemonSet: inPods,
  ReplicaSet: inPods,
  Job: inPods,
  CronJob: inPods,
  Service: [['spec', 'selector']],
};

export default check({
  id: 'kubernetes/label-refused',
  title: 'Label that the Kubernetes API does not take',
  dimension: 'functionality',
  severity: 'high',
  why: 'Labels are for selecting, not for describing: a value has 63 characters at most, of letters, digits, hyphens, underscores and dots. The API server refuses an object with any other, and with it often the whole release; schemas say nothing of it. What is for people to read belongs into an annotation.',
  sources: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  ],
  visits: apiObjects,
  judge({ resource, node, kind }) {
    return [['metadata', 'labels'], ...(holders[kind] ?? [])].flatMap((path) =>
      node.entries(...path).flatMap(([key, value]) => {
        const { content } = value;
        const told = (what: string, fault: string) => ({
          key: [...path, key].join('.'),
          at: value,
          message: `The API server refuses ${resource.address}, because of ${what} in ${path.join('.')}: ${fault}.`,
        });
        const ofKey = isTemplate(key) ? undefined : labelKeyFault(key);
        if (ofKey) return [told(`the key ${JSON.stringify(key)}`, ofKey)];
        if (typeof content !== 'string' || isTemplate(content)) return [];
        const ofValue = labelValueFault(content);
        return ofValue ? [told(`${key}: ${JSON.stringify(content)}`, ofValue)] : [];
      }),
    );
  },
  examples: {
    bad: `apiVersion: v1
kind: Namespace
metadata:
  name: payments
  labels:
    cost-centre: Payments & Risk
`,
    good: `apiVersion: v1
kind: Namespace
metadata:
  name: payments
  labels:
    cost-centre: payments-and-risk
  annotations:
    example.com/cost-centre: Payments & Risk
`,
  },
});
