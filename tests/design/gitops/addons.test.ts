import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import { addonsOf } from '../../../src/design/gitops/addons/all.ts';
import { charts } from '../../../src/design/gitops/charts.ts';
import { gitops } from '../../../src/design/gitops/target.ts';
import { architectureOf, architectureOfExample } from '../../support/design-example.ts';
import { manifests, payments, sourcesOf, withFlux } from '../../support/gitops-manifests.ts';

describe('add-ons', () => {
  it('write the name of what a network load balancer exposes', () => {
    const sources = (protocol: string) => {
      const text = `name: shop
owner: platform
domain: shop.example
region: eu-west-1
compute: eks
services: { feed: { image: ghcr.io/acme/feed, protocol: ${protocol}, expose: feed } }
environments: { production: { account: "111122223333" } }
delivery: { repository: acme/platform, gitops: argocd }
decisions: { ingress: alb }
`;
      return addonsOf(architectureOf(text)).find(({ name }) => name === 'external-dns')!.values['sources'];
    };
    expect([sources('http'), sources('tcp')]).toEqual([['ingress'], ['ingress', 'service']]);
  });

  it('are only what the architecture asks for', () => {
    const names = (architecture: Architecture) => addonsOf(architecture).map(({ name }) => name);
    expect(names(payments)).toEqual(
      expect.arrayContaining([
        'argo-cd',
        'istiod',
        'argo-rollouts',
        'velero',
        'cluster-autoscaler',
        'external-dns',
      ]),
    );
    expect(names(payments)).not.toEqual(expect.arrayContaining(['linkerd-control-plane']));
    for (const other of ['flux', 'karpenter', 'cert-manager', 'ingress-nginx', 'vault'])
      expect(names(payments)).not.toContain(other);
    expect(names(withFlux)).toEqual(
      expect.arrayContaining([
        'flux',
        'karpenter',
        'cert-manager',
        'trust-manager',
        'ingress-nginx',
        'linkerd-control-plane',
      ]),
    );
    for (const other of ['argo-cd', 'istiod', 'velero']) expect(names(withFlux)).not.toContain(other);
  });

  it('get files of values that are there', () => {
    const argo = gitops.write(payments);
    const files = manifests(payments, 'gitops/clusters', 'Application')
      .flatMap(sourcesOf)
      .flatMap((source) => (source as { helm?: { valueFiles?: string[] } }).helm?.valueFiles ?? [])
      .map((path) => path.replace('$values/', ''))
      .filter((path) => path.startsWith('gitops/'));
    expect(files.length).toBeGreaterThan(20);
    for (const path of files) expect([...argo.keys()]).toContain(path);
    const flux = [...gitops.write(withFlux)];
    const maps = flux.flatMap(([, text]) =>
      [...text.matchAll(/^ {2}- name: (\S+-values\S*)$/gm)].map(([, name]) => name),
    );
    for (const { spec } of manifests(withFlux, 'gitops/addons', 'HelmRelease'))
      for (const { name } of (spec.valuesFrom ?? []) as { name: string }[]) expect(maps).toContain(name);
  });

  it('have namespaces that are closed but for what they need', () => {
    for (const architecture of [payments, withFlux]) {
      const here = manifests(architecture, 'gitops/foundation');
      const namespaces = here.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);
      const closed = here.filter(
        ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'default-deny',
      );
      expect(new Set(closed.map(({ metadata }) => metadata.namespace))).toEqual(
        new Set(namespaces.filter((name) => name !== 'linkerd-cni')),
      );
      for (const { spec } of closed) expect(Object.keys(spec)).toEqual(['podSelector', 'policyTypes']);
    }
  });

  it('are pinned to one version', () => {
    for (const { version, seen } of Object.values(charts)) {
      expect(version).toMatch(/^v?\d+\.\d+\.\d+$/);
      expect(seen).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('nothing is written without a cluster', () => {
    expect(gitops.write(architectureOfExample('start-up')).size).toBe(0);
  });
});
