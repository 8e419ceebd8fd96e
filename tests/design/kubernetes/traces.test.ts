import { expect, it } from 'vitest';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { payments } from '../../support/cluster-variants.ts';
import { architectureOf } from '../../support/design-example.ts';
import { manifestsIn } from './rendering.ts';

it('lets workloads of a cluster send traces, and tells them where, unless the blueprint does', () => {
  const files = kubernetes.write(payments({}));
  const folder = 'kubernetes/ledger/ledger/overlays/production';
  expect(files.get(`${folder}/variables.env`)).toMatch(
    /OTEL_SERVICE_NAME=ledger\nOTEL_EXPORTER_OTLP_ENDPOINT=http:\/\/opentelemetry-collector\.monitoring\.svc\.cluster\.local:4317\n/,
  );
  const [policy] = manifestsIn(payments({}), `${folder}/network-policy.yaml`);
  expect(policy!.spec.egress).toContainEqual({
    to: [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'opentelemetry-collector' } },
      },
    ],
    ports: [
      { protocol: 'TCP', port: 4317 },
      { protocol: 'TCP', port: 4318 },
    ],
  });
  const variables = (compute: string) =>
    architectureOf(`name: shop
account: "111122223333"
compute: ${compute}
services: { api: { image: a/b, env: { OTEL_SERVICE_NAME: orders } } }
`).environments[0]!.services[0]!.variables;
  expect(variables('eks')).toMatchObject({
    OTEL_SERVICE_NAME: 'orders',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
  });
  expect(variables('ecs')).toEqual({ OTEL_SERVICE_NAME: 'orders' });
});
