import { describe, expect, it } from 'vitest';
import { payments } from '../../support/cluster-variants.ts';
import { type Manifest, manifestsIn } from './rendering.ts';

const plain = payments({});
const find = (all: readonly Manifest[], kind: string, name: string) =>
  all.find((one) => one.kind === kind && one.metadata.name === name);

describe('a workload', () => {
  it('runs what the blueprint says instead of the entry point of its image', () => {
    const told = payments({ services: { ledger: { command: ['/bin/ledger', 'serve'] } } });
    const [rollout] = manifestsIn(told, 'kubernetes/ledger/ledger/base/rollout.yaml');
    const [container] = rollout!.spec.template.spec.containers;
    expect(container.command).toEqual(['/bin/ledger', 'serve']);
    expect(container.args).toBeUndefined();
  });

  it('is reached by its callers, by what collects metrics, and by nobody else', () => {
    const [policy] = manifestsIn(plain, 'kubernetes/ledger/ledger/overlays/production/network-policy.yaml');
    const callers = policy!.spec.ingress.flatMap(
      (rule: { from: { podSelector?: { matchLabels: Record<string, string> } }[] }) =>
        rule.from.map(({ podSelector }) => podSelector?.matchLabels['app.kubernetes.io/name'] ?? 'namespace'),
    );
    expect(callers.sort()).toEqual(['console', 'gateway', 'namespace']);
  });

  it('gets secrets from the store that holds them', () => {
    const stores = (secrets: string) =>
      manifestsIn(
        payments({ secrets }),
        'kubernetes/acquiring/authorizer/overlays/production/secrets.yaml',
      ).map(({ metadata, spec }) => [metadata.name, spec.secretStoreRef.name]);
    expect(Object.fromEntries(stores('vault'))).toMatchObject({
      'authorizer-secrets': 'vault',
      'authorizer-vault-connection': 'secrets-manager',
    });
    expect(Object.fromEntries(stores('external-secrets'))['authorizer-secrets']).toBe('secrets-manager');
  });

  it('keeps the same number of replicas without an autoscaler where the blueprint fixes it', () => {
    const fixed = payments({ services: { console: { scale: 2 } } });
    const folder = 'kubernetes/ledger/console/base';
    expect(
      find(manifestsIn(fixed, `${folder}/deployment.yaml`), 'Deployment', 'console')!.spec.replicas,
    ).toBe(2);
    expect(
      find(manifestsIn(fixed, `${folder}/availability.yaml`), 'HorizontalPodAutoscaler', 'console'),
    ).toBeUndefined();
    expect(
      find(manifestsIn(plain, `${folder}/deployment.yaml`), 'Deployment', 'console')!.spec.replicas,
    ).toBeUndefined();
  });
});

describe('a new version', () => {
  it('gets its share of requests at the load balancer, and is judged by the objectives', () => {
    const folder = 'kubernetes/acquiring/gateway/base';
    const { canary } = manifestsIn(plain, `${folder}/rollout.yaml`)[0]!.spec.strategy;
    expect(canary.trafficRouting.alb).toEqual({
      ingress: 'gateway',
      rootService: 'gateway',
      servicePort: 8443,
    });
    const [ingress] = manifestsIn(plain, `${folder}/ingress.yaml`);
    expect(ingress!.spec.rules[0].http.paths[0].backend.service).toEqual({
      name: 'gateway',
      port: { name: 'use-annotation' },
    });
    const services = manifestsIn(plain, `${folder}/service.yaml`).map(({ metadata }) => metadata.name);
    expect(services).toEqual(['gateway', canary.stableService, canary.canaryService]);
    const [failures, slow] = manifestsIn(plain, `${folder}/analysis.yaml`)[0]!.spec.metrics;
    // 14.4 times of 0.05 % and of 1 %
    expect(failures.successCondition).toContain('<= 0.0072');
    expect(failures.provider.prometheus.query).toContain('version="{{args.version}}", code=~"5.."');
    expect(slow.successCondition).toContain('<= 0.144');
    expect(slow.provider.prometheus.query).toContain('le="0.3"');
  });

  it('is told apart by the label that its analysis asks for', () => {
    const [monitor] = manifestsIn(plain, 'kubernetes/acquiring/gateway/base/monitor.yaml');
    const labels = monitor!.spec.podMetricsEndpoints[0].relabelings.map(
      ({ targetLabel }: { targetLabel: string }) => targetLabel,
    );
    expect(labels).toContain('version');
    expect(monitor!.spec.jobLabel).toBe('app.kubernetes.io/name');
  });

  it('stands beside the old one until it has proved itself, where blue and green are asked for', () => {
    const [rollout] = manifestsIn(plain, 'kubernetes/ledger/ledger/base/rollout.yaml');
    expect(rollout!.spec.strategy.blueGreen).toMatchObject({
      activeService: 'ledger',
      previewService: 'ledger-preview',
      postPromotionAnalysis: { templates: [{ templateName: 'ledger' }] },
    });
  });
});
