import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { gitops } from '../../../src/design/gitops/target.ts';
import { payments } from '../../support/cluster-variants.ts';

interface Delivered {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  // biome-ignore lint/suspicious/noExplicitAny: objects of Argo CD and of Flux
  readonly spec: any;
}

type Changed = Parameters<typeof payments>[0];

const written = (changed: Changed) => {
  const files = gitops.write(payments(changed));
  return (folder: string) =>
    [...files]
      .filter(([path]) => path.startsWith(folder) && !path.endsWith('kustomization.yaml'))
      .flatMap(([, text]) => loadAll(text) as Delivered[]);
};
const names = (all: readonly Delivered[]) => all.map(({ metadata }) => metadata.name);

describe.each(['argocd', 'flux'] as const)('a standby cluster that %s delivers to', (tool) => {
  const delivery = (recovery: string): Changed => ({
    delivery: { gitops: tool },
    decisions: { recovery },
  });

  it('has all that the cluster itself needs, and no workload before it is in use', () => {
    const files = written(delivery('pilot-light'));
    const standing = names(files('gitops/clusters/production-dr/'));
    for (const one of ['external-secrets', 'istiod', 'foundation', 'settings'])
      expect(standing).toContain(one);
    for (const one of ['kube-prometheus-stack', 'observability']) expect(standing).not.toContain(one);
    expect(standing.join()).not.toContain('gateway');
    const tenants = files('gitops/tenants/').filter(({ kind }) => kind === 'Kustomization');
    const paths = tenants
      .map(({ spec }) => String(spec.path))
      .filter((path) => path.endsWith('production-dr'));
    expect(paths).toEqual([]);
  });

  it('gets all of the rest by one object, which nothing delivers by itself', () => {
    const files = written(delivery('pilot-light'));
    const [activate, ...others] = files('gitops/activation/production-dr/activate.yaml');
    expect(others).toEqual([]);
    const path = activate!.spec.source?.path ?? activate!.spec.path.replace('./', '');
    expect(path).toBe('gitops/activation/production-dr/held');
    const held = names(files(path));
    for (const one of ['gateway', 'authorizer', 'ledger', 'console', 'settlement', 'kube-prometheus-stack'])
      expect(held.join()).toContain(one);
    expect(names(files('gitops/clusters/'))).not.toContain('activated');
  });

  it('runs all but jobs where it is warm, since they would work twice', () => {
    const files = written(delivery('warm-standby'));
    expect(names(files('gitops/activation/production-dr/held'))).toEqual([
      tool === 'argocd' ? 'ledger.settlement' : 'settlement',
    ]);
  });

  it('holds nothing back where it is made only when it is needed', () => {
    const loose = { rpo: '24h', rto: '24h' };
    const datastores = { vault: loose, entries: loose, statements: loose };
    const files = written({ ...delivery('backup-restore'), datastores });
    expect(files('gitops/activation/')).toEqual([]);
    expect(names(files('gitops/clusters/production-dr/'))).toContain('kube-prometheus-stack');
  });
});
