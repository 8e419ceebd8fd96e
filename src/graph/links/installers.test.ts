import { describe, expect, it } from 'vitest';
import { object, relationsOf } from '../../../tests/support/relations-of.ts';

describe('installers', () => {
  it('lead from an Application to the objects of its folder', async () => {
    const relations = await relationsOf({
      'argocd/shop.yaml': object(
        'argoproj.io/v1alpha1',
        'Application',
        'shop',
        'spec: { source: { repoURL: x, path: deploy/shop } }',
      ),
      'deploy/shop/a.yaml': object('v1', 'ConfigMap', 'a'),
      'deploy/shop/nested/b.yaml': object('v1', 'ConfigMap', 'b'),
      'deploy/shopping/c.yaml': object('v1', 'ConfigMap', 'c'),
    });
    expect(relations).toEqual([
      'Application/shop/shop deploys ConfigMap/shop/a',
      'Application/shop/shop deploys ConfigMap/shop/b',
    ]);
  });

  it('lead from a Kustomization of Flux to its folder, also through an artifact, and to what it waits for', async () => {
    const flux = (name: string, spec: string) =>
      object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', name, `spec: { ${spec} }`);
    const relations = await relationsOf({
      'clusters/a.yaml': `${flux('apps', 'path: ./apps, dependsOn: [{ name: infra }], sourceRef: { kind: GitRepository, name: main }')}${flux('infra', 'path: ./controllers, sourceRef: { kind: ExternalArtifact, name: infrastructure }')}${object('source.toolkit.fluxcd.io/v1', 'GitRepository', 'main')}${object('source.extensions.fluxcd.io/v1beta1', 'ArtifactGenerator', 'all', 'spec: { artifacts: [{ name: infrastructure, copy: [{ from: "@repo/infrastructure/**", to: "@artifact/" }] }] }')}`,
      'apps/a.yaml': object('v1', 'ConfigMap', 'app'),
      'infrastructure/controllers/a.yaml': object('v1', 'ConfigMap', 'controller'),
    });
    expect(relations).toEqual([
      'Kustomization/shop/apps deploys ConfigMap/shop/app',
      'Kustomization/shop/apps uses GitRepository/shop/main',
      'Kustomization/shop/apps uses Kustomization/shop/infra',
      'Kustomization/shop/infra deploys ConfigMap/shop/controller',
      'Kustomization/shop/infra uses ArtifactGenerator/shop/all',
    ]);
  });
});
