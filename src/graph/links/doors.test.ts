import { describe, expect, it } from 'vitest';
import { object, relationsOf, service } from '../../../tests/support/relations-of.ts';

describe('ways in', () => {
  it('lead from routes to Gateways and their class', async () => {
    const gateway = (kind: string, name: string, rest: string) =>
      object('gateway.networking.k8s.io/v1', kind, name, rest);
    const relations = await relationsOf({
      'a.yaml': `${gateway('HTTPRoute', 'shop', 'spec: { parentRefs: [{ name: edge }], rules: [{ backendRefs: [{ name: api, port: 80 }] }] }')}${gateway('Gateway', 'edge', 'spec: { gatewayClassName: nginx }')}${service('api')}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: nginx }
`,
    });
    expect(relations).toEqual([
      'Gateway/shop/edge uses GatewayClass/nginx',
      'HTTPRoute/shop/shop routes-to Service/shop/api',
      'HTTPRoute/shop/shop uses Gateway/shop/edge',
    ]);
  });

  it('lead from a name to what it means', async () => {
    const relations = await relationsOf({
      'a.yaml':
        service(
          'db',
          'shop',
          'type: ExternalName, externalName: prod-shop-orders.abc.eu-west-1.rds.amazonaws.com',
        ) +
        service('alias', 'shop', 'type: ExternalName, externalName: real.other.svc.cluster.local') +
        service('real', 'other'),
      'main.tf': 'resource "aws_db_instance" "orders" {\n  identifier = "prod-shop-orders"\n}\n',
    });
    expect(relations).toEqual([
      'Service/shop/alias calls Service/other/real',
      'Service/shop/db configured-by aws_db_instance.orders',
    ]);
  });

  it('lead to the custom resource whose operator makes the pods', async () => {
    const relations = await relationsOf({
      'a.yaml': `${service('prometheus', 'shop', 'selector: { app.kubernetes.io/name: prometheus, app.kubernetes.io/instance: k8s }, ports: [{ port: 9090 }]')}${object('monitoring.coreos.com/v1', 'Prometheus', 'k8s', 'spec: { serviceAccountName: prometheus }')}${object('v1', 'ServiceAccount', 'prometheus')}`,
    });
    expect(relations).toEqual([
      'Prometheus/shop/k8s runs-as ServiceAccount/shop/prometheus',
      'Service/shop/prometheus uses Prometheus/shop/k8s',
    ]);
  });
});
