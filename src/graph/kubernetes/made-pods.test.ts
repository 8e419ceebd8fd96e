import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { plainSelector } from './labels.ts';
import { mayBeMade } from './made-pods.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector:
    matchLabels: { app: api, team.example.com/name: shop }
  template:
    metadata:
      labels: { app: api, team.example.com/name: shop }
    spec:
      containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`;

async function judge(selector: string, other = '') {
  const { graph } = await readFiles({
    'all.yaml': `${deployment}---
apiVersion: v1
kind: Service
metadata: { name: leader }
spec:
  selector: ${selector}
  ports: [{ port: 80 }]
---
${other}`,
  });
  const service = graph.ofType('Service')[0]!;
  return mayBeMade(graph, service, plainSelector(service.body.peek('spec', 'selector')));
}

describe('mayBeMade', () => {
  it('takes a label that no template gives, and that has a prefix, for one of a controller', async () => {
    expect(await judge('{ leaderworkerset.sigs.k8s.io/name: vllm, role: leader }')).toBe(true);
  });

  it('knows the gateways that an installation of Istio brings', async () => {
    expect(await judge('{ istio: ingressgateway, app: istio-ingressgateway }')).toBe(true);
  });

  it.each([
    '{ app: apy }',
    '{ istio: api }',
    '{ app.kubernetes.io/name: api }',
    '{ team.example.com/name: shopp }',
  ])('takes %s for a slip of the pen', async (selector) => {
    expect(await judge(selector)).toBe(false);
  });

  it('knows the labels that a custom resource names for its pods', async () => {
    const experiment = `apiVersion: argoproj.io/v1alpha1
kind: Experiment
metadata: { name: preview }
spec:
  templates:
    - name: preview
      template:
        metadata:
          labels: { app: preview }
`;
    expect(await judge('{ app: preview }', experiment)).toBe(true);
    expect(await judge('{ app: review }', experiment)).toBe(false);
  });
});
