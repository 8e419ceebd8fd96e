import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './load-balancer-beside-ingress.ts';

const service = (type: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: ${type}, selector: { app: web }, ports: [{ port: 80 }] }\n`;
const ingress =
  '---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\nspec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }\n';

it('holds a load balancer against the routes that are installed with it', async () => {
  expect(await judgementOf(check, { 'web.yaml': service('LoadBalancer'), 'ingress.yaml': ingress })).toEqual([
    'low Service/web',
  ]);
  expect(
    await judgementOf(check, {
      'quick.yaml': service('LoadBalancer'),
      'with-ingress.yaml': service('ClusterIP') + ingress,
    }),
  ).toEqual([]);
});
