import { load, loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import { addonsOf } from '../../../src/design/gitops/addons/all.ts';
import { gitops } from '../../../src/design/gitops/target.ts';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { batchPriority } from '../../../src/design/priority.ts';
import { payments as paymentsWith } from '../../support/cluster-variants.ts';
import { manifests, payments, withFlux } from '../../support/gitops-manifests.ts';

const valuesOf = (architecture: Architecture, name: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: values of charts
  addonsOf(architecture).find((one) => one.name === name)!.values as any;
const applicationOf = (architecture: Architecture, name: string, environment = 'production') =>
  manifests(architecture, `gitops/clusters/${environment}/`, 'Application').find(
    ({ metadata }) => metadata.name === name,
  )!.spec;
const portsInto = (architecture: Architecture, namespace: string) =>
  manifests(architecture, 'gitops/foundation/overlays/production', 'NetworkPolicy')
    .filter(({ metadata }) => metadata.namespace === namespace && metadata.name === 'allow-platform')
    .flatMap(({ spec }) => spec.ingress as { ports?: { port: number }[] }[])
    .flatMap(({ ports = [] }) => ports.map(({ port }) => port));

describe('a new cluster becomes what Git says', () => {
  it('waits for nothing that answers only once people have set it up', () => {
    const { dex } = valuesOf(payments, 'argo-cd');
    expect([dex.readinessProbe, dex.livenessProbe]).toEqual([undefined, undefined]);
  });

  it('asks all webhooks of the mesh', () => {
    expect(portsInto(withFlux, 'linkerd')).toEqual(expect.arrayContaining([8443, 9443]));
  });

  it('makes Services without asking the controller of load balancers', () => {
    expect(valuesOf(payments, 'aws-load-balancer-controller').enableServiceMutatorWebhook).toBe(false);
    expect(valuesOf(withFlux, 'ingress-nginx').controller.service.loadBalancerClass).toBe(
      'service.k8s.aws/nlb',
    );
  });

  it('has no way in but the classes of the platform', () => {
    expect(valuesOf(payments, 'aws-load-balancer-controller')).toMatchObject({
      createIngressClassResource: false,
      ingressClassParams: { create: false },
      disableIngressClassAnnotation: true,
    });
    expect(valuesOf(payments, 'argo-rollouts').controller.extraArgs).toContain(
      '--alb-ingress-classes=public',
    );
  });

  it('makes nodes with the profile that Terraform made, and for jobs as well', () => {
    const [text] = [...gitops.write(withFlux)].filter(([path]) =>
      path.endsWith('karpenter/overlays/production/objects/nodes.yaml'),
    );
    const [nodeClass] = loadAll(text![1]) as { spec: Record<string, unknown> }[];
    const { cluster } = withFlux.environments.at(-1)!;
    expect(nodeClass!.spec['instanceProfile']).toBe(`${cluster!.name}-karpenter`);
    expect(nodeClass!.spec['role']).toBeUndefined();
    // a managed group has nobody who makes it larger
    const pools = loadAll(text![1]) as { metadata: { name: string }; spec: Record<string, unknown> }[];
    expect(pools.find(({ metadata }) => metadata.name === 'system')!.spec['template']).toMatchObject({
      metadata: { labels: { 'plinth.dev/pool': 'system' } },
      spec: { taints: [{ key: 'CriticalAddonsOnly' }] },
    });
    const base = gitops.write(payments).get('gitops/addons/cluster-autoscaler/base/values.yaml')!;
    const { extraArgs } = load(base) as { extraArgs: Record<string, unknown> };
    expect(extraArgs['expendable-pods-priority-cutoff']).toBe(batchPriority);
  });

  it('has kinds of snapshots wherever volumes are copied', () => {
    for (const architecture of [payments, paymentsWith({ secrets: 'vault' })]) {
      const names = addonsOf(architecture).map(({ name }) => name);
      expect(names.indexOf('snapshot-controller')).toBeGreaterThan(-1);
      expect(names.indexOf('snapshot-controller')).toBeLessThan(names.indexOf('velero'));
    }
  });

  it('is not unmade by those who write into its objects', () => {
    const ignored = applicationOf(payments, 'istio-base').ignoreDifferences as {
      kind: string;
      jqPathExpressions: string[];
    }[];
    expect(ignored).toContainEqual(
      expect.objectContaining({
        kind: 'ValidatingWebhookConfiguration',
        jqPathExpressions: ['.webhooks[]?.failurePolicy'],
      }),
    );
    const flux = paymentsWith({ delivery: { gitops: 'flux' } });
    const [release] = manifests(flux, 'gitops/addons/istio-base/', 'HelmRelease');
    expect(release!.spec.driftDetection.ignore).toContainEqual({
      paths: ['/webhooks/0/failurePolicy'],
      target: { kind: 'ValidatingWebhookConfiguration' },
    });
  });

  it('keeps trying, and never what nobody approved', () => {
    expect(applicationOf(payments, 'root').syncPolicy.retry).toMatchObject({ limit: -1, refresh: true });
    expect(applicationOf(payments, 'istiod', 'development').syncPolicy.retry).toMatchObject({
      limit: 10,
      refresh: true,
    });
    expect(applicationOf(payments, 'istiod').syncPolicy.retry.refresh).toBeUndefined();
  });
});

it('a number of replicas that is in Git arrives, and one that an autoscaler has set stays', () => {
  const fixed = paymentsWith({ services: { console: { scale: { min: 2, max: 2 } } } });
  const ignored = (architecture: Architecture, name: string, environment?: string) =>
    JSON.stringify(applicationOf(architecture, name, environment).ignoreDifferences ?? []);
  expect(ignored(fixed, 'ledger.console')).not.toContain('/spec/replicas');
  expect(ignored(payments, 'ledger.console')).toContain('/spec/replicas');
  expect(ignored(payments, 'ledger.ledger')).toContain('rollouts-pod-template-hash');
});

describe('Flux', () => {
  it('brings workloads once their priorities are there, and what is asked about each of them', () => {
    const team = manifests(withFlux, 'gitops/clusters/production', 'Kustomization').find(
      ({ metadata }) => metadata.name === 'web-namespace',
    )!;
    const names = (team.spec.dependsOn as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['shared', 'aws-load-balancer-controller', 'ingress-nginx']),
    );
  });

  it('may see whether what it applied for a team runs', () => {
    const [role] = manifests(withFlux, 'gitops/tenants/web/production', 'Role');
    const { rules } = role as unknown as { rules: { resources: string[]; verbs: string[] }[] };
    for (const kind of ['replicasets', 'pods'])
      expect(rules.find(({ resources }) => resources.includes(kind))!.verbs).toEqual([
        'get',
        'list',
        'watch',
      ]);
  });
});

it('what watches is not put aside by what it watches, and may do no more than it needs', () => {
  const stack = valuesOf(payments, 'kube-prometheus-stack');
  for (const { priorityClassName } of [stack.prometheus.prometheusSpec, stack.alertmanager.alertmanagerSpec])
    expect(priorityClassName).toBe('system-cluster-critical');
  expect(valuesOf(payments, 'fluent-bit').priorityClassName).toBe('system-node-critical');
  for (const name of ['opentelemetry-collector', 'prometheus-yet-another-cloudwatch-exporter'])
    expect(valuesOf(payments, name)).toMatchObject({
      podSecurityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      securityContext: { allowPrivilegeEscalation: false },
    });
});

describe('Vault', () => {
  const architecture = paymentsWith({ secrets: 'vault' });
  const files = gitops.write(architecture);

  it('gets its certificate, and clients what they hold it against, without anybody', () => {
    const objects = manifests(architecture, 'gitops/addons/vault/overlays/production/certificates');
    const named = (kind: string) =>
      objects.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);
    expect(named('Certificate')).toEqual(['vault-authority', 'vault-tls']);
    expect(addonsOf(architecture).map(({ name }) => name)).toContain('cert-manager');
    const stores = loadAll(
      kubernetes.write(architecture).get('kubernetes/_namespaces/acquiring/base/secret-stores.yaml')!,
    ) as {
      kind: string;
      metadata: { name: string }; // biome-ignore lint/suspicious/noExplicitAny: manifests of many kinds
      spec: Record<string, any>;
    }[];
    const { caProvider } = stores.find(({ metadata }) => metadata.name === 'vault')!.spec['provider'].vault;
    const [authority] = stores.filter(({ kind }) => kind === 'Certificate');
    expect(caProvider).toEqual({ type: 'Secret', name: authority!.spec['secretName'], key: 'ca.crt' });
    expect(authority!.spec['issuerRef'].name).toBe('vault-authority');
  });

  it('starts, finds the others by itself, and counts as ready before it is initialised', () => {
    const { server } = load(files.get('gitops/addons/vault/overlays/production/values.yaml')!) as {
      server: { ha: { raft: { config: string } } };
    };
    // Vault does not start with raft where this is not said
    expect(server.ha.raft.config).toContain('disable_mlock = true');
    expect(server.ha.raft.config.match(/leader_api_addr/g)).toHaveLength(3);
    expect(valuesOf(architecture, 'vault').server.readinessProbe.path).toContain('uninitcode=204');
  });

  it('is begun as the page says', () => {
    const page = files.get('gitops/README.md')!;
    expect(page).toContain('vault operator init');
    expect(page).toContain('secret/data/development/payments/authorizer');
    expect(gitops.write(payments).get('gitops/README.md')).not.toContain('vault operator');
  });
});

it('the first commands make the key of the repository as delivery looks for it', () => {
  const page = gitops.write(payments).get('gitops/README.md')!;
  expect(page).toContain('--from-literal=githubAppID=');
  expect(page).toContain('label secret repository argocd.argoproj.io/secret-type=repository');
  expect(page).toContain('argocd --core');
  expect(gitops.write(withFlux).get('gitops/README.md')).toContain('--from-literal=username=');
});

it('certificates are proved through the names of the cluster, as nothing else is let out', () => {
  expect(valuesOf(withFlux, 'cert-manager').dns01RecursiveNameserversOnly).toBe(true);
});

it('releases nothing by itself at weekends where people depend on it and nobody says when', () => {
  const windowsIn = (architecture: Architecture, environment: string) =>
    manifests(architecture, `gitops/clusters/${environment}/projects`, 'AppProject').flatMap(
      ({ metadata, spec }) => (spec.syncWindows ? [[metadata.name, spec.syncWindows[0]]] : []),
    );
  const unasked = paymentsWith({ compliance: ['soc2'], environments: { production: { approvals: 0 } } });
  expect(windowsIn(unasked, 'production').map(([name]) => name)).toEqual(['team-acquiring', 'team-ledger']);
  expect(windowsIn(unasked, 'production')[0]![1]).toMatchObject({ kind: 'deny', manualSync: true });
  for (const environment of ['development', 'production-dr'])
    expect(windowsIn(unasked, environment)).toEqual([]);
  expect(windowsIn(payments, 'production')).toEqual([]);
  expect(gitops.write(unasked).get('gitops/README.md')).toContain('Friday 18:00 to Monday 06:00 UTC');
});
