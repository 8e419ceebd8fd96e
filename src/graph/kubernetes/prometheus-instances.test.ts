import { expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { unselected } from './prometheus-instances.ts';

const rule = (labels: string, namespace: string) => `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop, namespace: ${namespace}, labels: ${labels} }
spec: { groups: [] }
---
`;
const prometheus = (spec: string) => `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec: ${spec}
---
`;
const namespace = (labels: string) => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: ${labels} }
---
`;

it.each([
  ['no selector takes nothing', prometheus('{ replicas: 1 }') + rule('{}', 'monitoring'), 'nothing'],
  [
    'an empty one takes everything of its namespace',
    prometheus('{ ruleSelector: {} }') + rule('{}', 'monitoring'),
    undefined,
  ],
  ['and of no other', prometheus('{ ruleSelector: {} }') + rule('{}', 'shop'), 'namespace'],
  [
    'labels that differ',
    prometheus('{ ruleSelector: { matchLabels: { role: alerts } } }') + rule('{ role: other }', 'monitoring'),
    'labels',
  ],
  [
    'every namespace',
    prometheus('{ ruleSelector: {}, ruleNamespaceSelector: {} }') + rule('{}', 'shop'),
    undefined,
  ],
  [
    'a namespace by its labels',
    prometheus('{ ruleSelector: {}, ruleNamespaceSelector: { matchLabels: { watched: "yes" } } }') +
      namespace('{ watched: "no" }') +
      rule('{}', 'shop'),
    'namespace',
  ],
  [
    'a namespace whose labels are kept elsewhere',
    prometheus('{ ruleSelector: {}, ruleNamespaceSelector: { matchLabels: { watched: "yes" } } }') +
      rule('{}', 'shop'),
    undefined,
  ],
  [
    'a namespace by its name',
    prometheus(
      '{ ruleSelector: {}, ruleNamespaceSelector: { matchLabels: { kubernetes.io/metadata.name: cart } } }',
    ) + rule('{}', 'shop'),
    'namespace',
  ],
  [
    'a second one that takes it',
    prometheus('{ replicas: 1 }') +
      prometheus('{ ruleSelector: {} }').replace('main', 'other') +
      rule('{}', 'monitoring'),
    undefined,
  ],
])('of %s', async (_, text, because) => {
  const { graph } = await readFiles({ 'monitoring.yaml': text });
  const [object] = graph.ofType('PrometheusRule.monitoring.coreos.com');
  expect(unselected(graph, object!)?.because).toBe(because);
});
