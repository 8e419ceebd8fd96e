import { describe, expect, it } from 'vitest';
import { object, relationsOf, workload } from '../../../tests/support/relations-of.ts';

describe('network policies', () => {
  const policy = (rest: string) =>
    object(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'db',
      `spec: { podSelector: { matchLabels: { app: db } }, ingress: [${rest}] }`,
    );
  const reached = (rest: string) =>
    relationsOf({ 'a.yaml': workload('db') + workload('api') + policy(rest) }, /^reaches$/);

  it('tell who reaches whom', async () => {
    expect(await reached('{ from: [{ podSelector: { matchLabels: { app: api } } }] }')).toEqual([
      'Deployment/shop/api reaches Deployment/shop/db',
    ]);
  });

  it('tell nothing where they let all pods in, a namespace, or what only scrapes', async () => {
    expect(await reached('{ from: [{ podSelector: {} }] }')).toEqual([]);
    expect(await reached('{ from: [{ namespaceSelector: { matchLabels: { a: b } } }] }')).toEqual([]);
    const scraping = '{ from: [{ podSelector: { matchLabels: { app: api } } }], ports: [{ port: metrics }] }';
    expect(await reached(scraping)).toEqual([]);
    const other =
      '{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: other } }, podSelector: { matchLabels: { app: api } } }] }';
    expect(await reached(other)).toEqual([]);
  });
});
