import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { payments } from '../../support/cluster-variants.ts';
import { architectureOf } from '../../support/design-example.ts';
import { hostedBlueprint } from '../../support/hosted.ts';
import { type Manifest, manifestsIn } from './rendering.ts';

const hosted = architectureOf(hostedBlueprint({ gitops: 'argocd', packaging: 'kustomize', mesh: 'linkerd' }));
const policyIn = (architecture: Architecture, folder: string) =>
  manifestsIn(architecture, `${folder}/overlays/production/network-policy.yaml`);
interface Peer {
  readonly ipBlock?: { readonly cidr: string };
  readonly namespaceSelector?: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly podSelector?: {
    readonly matchLabels?: Readonly<Record<string, string>>;
    readonly matchExpressions?: readonly { readonly key: string }[];
  };
}
interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports: readonly { readonly port: number }[];
}
const portsOf = (rules: readonly Rule[]) => rules.flatMap(({ ports }) => ports.map(({ port }) => port));
const rangesOf = (rules: readonly Rule[]) =>
  rules.flatMap(({ to = [], from = [] }) => [...to, ...from].flatMap(({ ipBlock }) => ipBlock?.cidr ?? []));

/**
 * The controller of network policies of EKS lets a pod call the address of a Service only where a peer selects what the
 * Service selects. Source: github.com/aws/amazon-network-policy-controller-k8s, pkg/resolvers/endpoints.go.
 */
function lets(rules: readonly Rule[], selector: Readonly<Record<string, string>>, port: number): boolean {
  return rules.some(
    ({ to, ports }) =>
      ports.some((one) => one.port === port) &&
      to!.some(
        ({ podSelector }) =>
          podSelector !== undefined &&
          Object.entries(podSelector.matchLabels ?? {}).every(([key, value]) => selector[key] === value) &&
          (podSelector.matchExpressions ?? []).every(({ key }) => key in selector),
      ),
  );
}

describe('network policies as EKS enforces them', () => {
  it('let workloads call what they need by its Service', () => {
    const services = [...kubernetes.write(hosted)]
      .filter(([path]) => path.includes('/base/service.yaml'))
      .flatMap(([, text]) => loadAll(text) as Manifest[]);
    const named = (name: string) => services.find(({ metadata }) => metadata.name === name)!.spec.selector;
    const { namespace } = hosted.environments.at(-1)!.services[0]!;
    const [api] = policyIn(hosted, `kubernetes/${namespace}/api`);
    expect(lets(api!.spec.egress, named('orders'), 5432)).toBe(true);
    expect(lets(api!.spec.egress, named('sessions'), 6379)).toBe(true);
    expect(lets(api!.spec.egress, named('unrelated'), 8080)).toBe(false);
  });

  it('let instances of a database follow its primary, and ask the API by its Service', () => {
    const [orders] = policyIn(hosted, 'kubernetes/_data/orders');
    // Source: CloudNativePG, the Service NAME-rw
    const primary = { 'cnpg.io/cluster': 'orders', 'cnpg.io/instanceRole': 'primary' };
    expect(lets(orders!.spec.egress, primary, 5432)).toBe(true);
    const { serviceCidr } = hosted.environments.at(-1)!.cluster!;
    expect(rangesOf(orders!.spec.egress)).toContain(serviceCidr.replace(/[.]0\/\d+$/, '.1/32'));
  });

  it('let proxies of Linkerd call each other, and Prometheus ask them', () => {
    const meshed = payments({ mesh: 'linkerd' });
    const [ledger] = policyIn(meshed, 'kubernetes/ledger/ledger');
    const [console] = policyIn(meshed, 'kubernetes/ledger/console');
    const [settlement] = policyIn(meshed, 'kubernetes/ledger/settlement');
    expect(portsOf(ledger!.spec.ingress)).toEqual(expect.arrayContaining([4143, 4191]));
    expect(portsOf(console!.spec.egress)).toContain(4143);
    expect(portsOf(settlement!.spec.ingress)).toEqual([4191]);
    const [plain] = policyIn(payments({}), 'kubernetes/ledger/ledger');
    expect(portsOf(plain!.spec.ingress)).not.toContain(4143);
  });

  it('let in a load balancer of its own by where it is, whatever takes other requests', () => {
    const changed = payments({
      mesh: 'none',
      compliance: ['soc2'],
      decisions: { ingress: 'nginx' },
      services: { console: { protocol: 'tcp', expose: { host: 'console', public: false } } },
    });
    const { zones } = changed.environments.at(-1)!.network;
    const [policy] = policyIn(changed, 'kubernetes/ledger/console');
    expect(rangesOf(policy!.spec.ingress)).toEqual(zones.map(({ publicCidr }) => publicCidr));
    const balancer = manifestsIn(changed, 'kubernetes/ledger/console/base/ingress.yaml').find(
      ({ spec }) => spec.type === 'LoadBalancer',
    )!;
    expect(balancer.metadata.annotations).toMatchObject({
      'service.beta.kubernetes.io/aws-load-balancer-subnets': zones
        .map(({ zone }) => `production-payments-network-public-${zone}`)
        .join(','),
    });
    expect(balancer.spec.loadBalancerSourceRanges).toContain('10.8.0.0/16');
  });
});
