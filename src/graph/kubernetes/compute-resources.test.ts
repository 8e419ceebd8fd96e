import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { limitOf, requestOf } from './compute-resources.ts';
import { containers } from './pods.ts';

/** Amounts of a pod's only container in the namespace shop. */
async function amountsOf(resources: string, others = '') {
  const pod = `apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      resources: ${resources}
`;
  const { graph } = await readFiles({ 'pod.yaml': others ? `${pod}---\n${others}` : pod });
  const [container] = graph.select(containers);
  return {
    request: requestOf(graph, container!, 'cpu')?.amount,
    limit: limitOf(graph, container!, 'cpu')?.amount,
  };
}

const range = (namespace: string) => `apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: ${namespace} }
spec:
  limits:
    - type: Pod
      max: { cpu: "8" }
    - type: Container
      default: { cpu: 500m }
      defaultRequest: { cpu: 100m }
`;

describe('requestOf and limitOf', () => {
  it('take what the container says', async () => {
    expect(await amountsOf('{ requests: { cpu: 250m }, limits: { cpu: 2 } }')).toEqual({
      request: 0.25,
      limit: 2,
    });
  });

  it('count a limit as the request where only it is written', async () => {
    expect(await amountsOf('{ limits: { cpu: 2 } }')).toEqual({ request: 2, limit: 2 });
    expect(await amountsOf('{ requests: { cpu: 250m } }')).toEqual({ request: 0.25, limit: undefined });
  });

  it('fall back to the defaults of the namespace, and only of that one', async () => {
    expect(await amountsOf('{}', range('shop'))).toEqual({ request: 0.1, limit: 0.5 });
    expect(await amountsOf('{}', range('billing'))).toEqual({ request: undefined, limit: undefined });
  });
});
