import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import { addonsOf } from '../../../src/design/gitops/addons/all.ts';
import { gitops } from '../../../src/design/gitops/target.ts';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { architectureOf } from '../../support/design-example.ts';
import { manifests, payments, sourcesOf, withFlux } from '../../support/gitops-manifests.ts';

/** Folders that a cluster has to be given: overlays of an environment, and charts. */
function written(architecture: Architecture, environment: string): string[] {
  const paths = [...kubernetes.write(architecture).keys()];
  const overlay = `/overlays/${environment}/kustomization.yaml`;
  return paths
    .filter((path) => path.endsWith(overlay) || path.endsWith('/Chart.yaml'))
    .map((path) => path.slice(0, path.lastIndexOf('/')))
    .sort();
}
describe('Argo CD', () => {
  it.each(['development', 'staging', 'production'])(
    '%s gets each folder of workloads once',
    (environment) => {
      const paths = manifests(payments, `gitops/clusters/${environment}/`, 'Application')
        .flatMap(sourcesOf)
        .flatMap(({ path }) => path ?? [])
        .filter((path) => path.startsWith('kubernetes/'));
      expect(paths.sort()).toEqual(written(payments, environment));
    },
  );

  it('syncs by itself where nobody has to approve', () => {
    const automated = (environment: string) =>
      manifests(payments, `gitops/clusters/${environment}/`, 'Application')
        .filter(({ spec }) => spec.syncPolicy.automated?.selfHeal && spec.syncPolicy.automated.prune)
        .map(({ metadata }) => metadata.name);
    expect(automated('production')).toEqual(['root']);
    expect(automated('staging')).toEqual(['root']);
    expect(automated('development')).toHaveLength(
      manifests(payments, 'gitops/clusters/development/', 'Application').length,
    );
  });

  it('has projects that allow what their applications hold, and teams no more than that', () => {
    const here = manifests(payments, 'gitops/clusters/production/');
    const projects = new Map(
      here.filter(({ kind }) => kind === 'AppProject').map((one) => [one.metadata.name, one.spec]),
    );
    for (const one of here.filter(({ kind }) => kind === 'Application')) {
      const project = projects.get(one.spec.project);
      for (const { repoURL } of sourcesOf(one))
        expect(project.sourceRepos, one.metadata.name).toContain(repoURL);
      expect(project.destinations.map(({ namespace }: { namespace: string }) => namespace)).toContain(
        one.spec.destination.namespace,
      );
    }
    expect(projects.get('team-ledger')).toMatchObject({
      sourceRepos: ['https://github.com/payments-example/platform.git'],
      destinations: [{ namespace: 'ledger' }],
      clusterResourceWhitelist: [],
    });
  });

  it('keeps a team apart that is called like what the platform has', () => {
    const like = architectureOf(`name: shop
owner: platform
services:
  api: { image: ghcr.io/acme/api }
environments:
  production: { account: "111122223333" }
region: eu-west-1
compute: eks
delivery: { repository: acme/platform, gitops: argocd }
`);
    const names = manifests(like, 'gitops/clusters').map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(['acquiring', 'ledger'])('lets %s bring every kind that is written for it', (team) => {
    const { spec } = manifests(payments, 'gitops/clusters/production/projects', 'AppProject').find(
      ({ metadata }) => metadata.name === `team-${team}`,
    )!;
    const kinds = (spec.namespaceResourceWhitelist as { group: string; kind: string }[]).map(
      ({ group, kind }) => `${group}/${kind}`,
    );
    const objects = [...kubernetes.write(payments)]
      .filter(
        ([path]) =>
          path.startsWith(`kubernetes/${team}/`) && !path.startsWith(`kubernetes/${team}/namespace/`),
      )
      .filter(([path]) => path.endsWith('.yaml') && !/(?:kustomization|references)\.yaml$/.test(path))
      .flatMap(([, text]) => loadAll(text) as { apiVersion?: string; kind?: string }[])
      .filter((one) => one?.apiVersion && one.kind);
    expect(objects.length).toBeGreaterThan(5);
    for (const { apiVersion, kind } of objects)
      expect(kinds).toContain(`${apiVersion!.includes('/') ? apiVersion!.split('/')[0] : ''}/${kind}`);
  });

  it('installs in an order in which each has what it needs', () => {
    const wave = new Map(
      manifests(payments, 'gitops/clusters/production', 'Application').map(({ metadata }) => [
        metadata.name,
        Number(metadata.annotations!['argocd.argoproj.io/sync-wave']),
      ]),
    );
    for (const { name, after } of addonsOf(payments))
      for (const before of after.filter((one) => wave.has(one)))
        expect(wave.get(before)!).toBeLessThan(wave.get(name)!);
    expect(wave.get('foundation')).toBeLessThan(wave.get('argo-cd')!);
    expect(wave.get('ledger.namespace')).toBeLessThan(wave.get('ledger.ledger')!);
  });
});
describe('Flux', () => {
  it.each(['staging', 'production'])('%s gets each folder of workloads once', (environment) => {
    const all = [
      ...manifests(withFlux, `gitops/clusters/${environment}`, 'Kustomization'),
      ...manifests(withFlux, 'gitops/tenants', 'Kustomization').filter(({ spec }) =>
        spec.path.endsWith(environment),
      ),
    ];
    const paths = all
      .map(({ spec }) => (spec.path as string).replace('./', ''))
      .filter((path) => path.startsWith('kubernetes/'));
    expect(paths.sort()).toEqual(written(withFlux, environment));
  });

  it('waits only for what there is, and never in a circle', () => {
    const all = manifests(withFlux, 'gitops/clusters/production', 'Kustomization');
    const before = new Map(
      all.map(({ metadata, spec }) => [
        metadata.name,
        ((spec.dependsOn ?? []) as { name: string }[]).map(({ name }) => name),
      ]),
    );
    const visit = (name: string, way: readonly string[]) => {
      expect(way).not.toContain(name);
      expect([...before.keys()]).toContain(name);
      for (const one of before.get(name)!) visit(one, [...way, name]);
    };
    for (const name of before.keys()) visit(name, []);
  });

  it('applies objects only once the chart that brings their kinds is there', () => {
    const after = manifests(withFlux, 'gitops/clusters/production/addons', 'Kustomization').find(
      ({ metadata }) => metadata.name === 'karpenter-objects',
    )!.spec;
    expect(after.dependsOn).toEqual([{ name: 'karpenter' }]);
    const files = gitops.write(withFlux);
    expect(files.has(`${after.path.replace('./', '')}/kustomization.yaml`)).toBe(true);
    expect(files.get('gitops/addons/karpenter/overlays/production/kustomization.yaml')).not.toContain(
      'nodes',
    );
  });

  it('applies what belongs to a team with its rights alone', () => {
    const tenants = manifests(withFlux, 'gitops/tenants/web/production');
    expect(tenants.filter(({ kind }) => kind === 'ClusterRoleBinding')).toEqual([]);
    for (const { spec, metadata } of tenants.filter(({ kind }) => kind === 'Kustomization'))
      expect([metadata.namespace, spec.serviceAccountName, spec.targetNamespace]).toEqual([
        'web',
        'delivery',
        'web',
      ]);
  });

  it('follows a branch of its own where people have to approve', () => {
    const branch = (environment: string) =>
      manifests(withFlux, `gitops/clusters/${environment}/root`, 'GitRepository')[0]!.spec.ref.branch;
    expect([branch('staging'), branch('production')]).toEqual(['main', 'release/production']);
  });
});
describe('progressive delivery', () => {
  it('leaves to Argo Rollouts which version a Service leads to', () => {
    const pointer = '/spec/selector/rollouts-pod-template-hash';
    const gateway = manifests(payments, 'gitops/clusters/production/teams', 'Application').find(
      ({ metadata }) => metadata.name === 'acquiring.gateway',
    )!;
    expect(gateway.spec.ignoreDifferences).toContainEqual({ kind: 'Service', jsonPointers: [pointer] });
    const released = { ...withFlux, delivery: { ...withFlux.delivery, packaging: 'helm' as const } };
    const releases = manifests(released, 'gitops/tenants', 'HelmRelease');
    expect(releases.length).toBeGreaterThan(2);
    for (const { spec } of releases)
      expect(spec.driftDetection.ignore).toContainEqual({ paths: [pointer], target: { kind: 'Service' } });
  });

  it('lets Argo Rollouts ask Prometheus, and nothing else in the cluster', () => {
    const of = (namespace: string) =>
      manifests(payments, 'gitops/foundation/overlays/production', 'NetworkPolicy').find(
        ({ metadata }) => metadata.namespace === namespace && metadata.name === 'allow-platform',
      )!.spec;
    const peer = (name: string) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
    });
    const ports = [{ protocol: 'TCP', port: 9090 }];
    expect(of('monitoring').ingress).toContainEqual({ from: [peer('argo-rollouts')], ports });
    expect(of('argo-rollouts').egress).toContainEqual({ to: [peer('monitoring')], ports });
    expect(of('argo-rollouts').egress).not.toContainEqual({ to: [{ namespaceSelector: {} }] });
  });
});
