import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './issuer-missing.ts';

const issuer = `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: letsencrypt }
spec: { selfSigned: {} }
`;
const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, annotations: { cert-manager.io/cluster-issuer: http-01 } }
spec: { tls: [{ hosts: [shop.example.com], secretName: shop }], defaultBackend: { service: { name: shop, port: { number: 80 } } } }
`;

it('holds a request against the issuers of its own part of the repository', async () => {
  expect(
    await judgementOf(check, { 'lessons/1/a/issuer.yaml': issuer, 'lessons/1/b/shop.yaml': ingress }),
  ).toEqual(['high Ingress/shop']);
  expect(
    await judgementOf(check, { 'lessons/1/a/issuer.yaml': issuer, 'lessons/2/b/shop.yaml': ingress }),
  ).toEqual([]);
});
