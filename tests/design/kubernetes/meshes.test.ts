import { describe, expect, it } from 'vitest';
import { payments } from '../../support/cluster-variants.ts';
import { type Manifest, manifestsIn } from './rendering.ts';

const istio = payments({});
const linkerd = payments({ mesh: 'linkerd' });
const find = (all: readonly Manifest[], kind: string) => all.find((one) => one.kind === kind);

describe('in Istio', () => {
  it('a service is called by the identities of its callers, under mutual TLS', () => {
    const mesh = manifestsIn(istio, 'kubernetes/ledger/ledger/base/mesh.yaml');
    expect(find(mesh, 'AuthorizationPolicy')!.spec.rules[0].from[0].source.principals).toEqual([
      'cluster.local/ns/acquiring/sa/gateway',
      'cluster.local/ns/ledger/sa/console',
    ]);
    expect(find(mesh, 'PeerAuthentication')).toBeUndefined();
    const namespace = manifestsIn(istio, 'kubernetes/_namespaces/ledger/base/mesh.yaml');
    expect(find(namespace, 'PeerAuthentication')!.spec).toEqual({ mtls: { mode: 'STRICT' } });
    expect(find(namespace, 'AuthorizationPolicy')!.spec).toEqual({});
  });

  it('plain traffic passes on the one port that a load balancer calls, from its subnets', () => {
    const mesh = manifestsIn(istio, 'kubernetes/acquiring/gateway/base/mesh.yaml');
    expect(find(mesh, 'PeerAuthentication')!.spec.portLevelMtls).toEqual({ 8443: { mode: 'PERMISSIVE' } });
    expect(find(mesh, 'AuthorizationPolicy')!.spec.rules[0].from[0].source.ipBlocks).toHaveLength(3);
  });

  it('metrics are read where strict mutual TLS does not stand in the way', () => {
    const [policy] = manifestsIn(istio, 'kubernetes/ledger/ledger/overlays/production/network-policy.yaml');
    const ports = policy!.spec.ingress.flatMap((rule: { ports: { port: number }[] }) =>
      rule.ports.map(({ port }) => port),
    );
    expect(ports).toContain(15020);
  });

  it('calls that were not begun are tried again within a limit of time', () => {
    const mesh = manifestsIn(istio, 'kubernetes/acquiring/authorizer/base/mesh.yaml');
    expect(find(mesh, 'VirtualService')!.spec.http[0]).toMatchObject({
      timeout: '6s',
      retries: { perTryTimeout: '2s' },
    });
    expect(find(mesh, 'Sidecar')!.spec.outboundTrafficPolicy.mode).toBe('REGISTRY_ONLY');
  });
});

describe('in Linkerd', () => {
  it('nobody is let in but callers by identity, and load balancers and Prometheus by address', () => {
    const mesh = manifestsIn(linkerd, 'kubernetes/acquiring/gateway/base/mesh.yaml');
    expect(find(mesh, 'Server')!.spec.accessPolicy).toBe('deny');
    expect(
      mesh.filter(({ kind }) => kind === 'NetworkAuthentication').map(({ metadata }) => metadata.name),
    ).toEqual(['gateway-metrics', 'gateway-outside']);
    const called = manifestsIn(linkerd, 'kubernetes/ledger/ledger/base/mesh.yaml');
    expect(find(called, 'MeshTLSAuthentication')!.spec.identityRefs).toEqual([
      { kind: 'ServiceAccount', name: 'gateway', namespace: 'acquiring' },
      { kind: 'ServiceAccount', name: 'console', namespace: 'ledger' },
    ]);
  });
});
