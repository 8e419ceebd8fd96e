import { describe, expect, it } from 'vitest';
import { unwritten } from '../../../src/design/unwritten.ts';
import { writeAll } from '../../../src/design/write-all.ts';
import { architectureOf } from '../../support/design-example.ts';
import { hostedBlueprint } from '../../support/hosted.ts';
import { provideTools } from '../../support/tools.ts';
import { rendered, written } from './rendering.ts';

const { kubectl } = provideTools();

const recovered = (recovery: string, gitops: 'argocd' | 'flux' = 'argocd') =>
  architectureOf(
    hostedBlueprint({ gitops, packaging: 'kustomize', more: `decisions: { recovery: ${recovery} }\n` }),
  );
const architecture = recovered('pilot-light');
const files = writeAll(architecture);
const roots = 'terraform/environments/production';
const copy = /name += "(shop-production-orders-archive-copy-\d{12})"/.exec(
  files.get(`${roots}/data/hosted.tf`)!,
)![1]!;

describe('a database of the cluster, in the recovery region', () => {
  it.skipIf(!kubectl)('begins from the copy of its archive, and keeps one of its own (needs kubectl)', () => {
    const folder = `${written(architecture)}/kubernetes/_data/orders/overlays`;
    const [main, standby] = ['production', 'production-dr'].map((one) =>
      rendered('kubectl', 'kustomize', `${folder}/${one}`),
    ) as [ReturnType<typeof rendered>, ReturnType<typeof rendered>];
    const spec = (all: typeof main, kind: string, name = 'orders') =>
      all.find((one) => one.kind === kind && one.metadata.name === name)!.spec;
    expect(Object.keys(spec(main, 'Cluster').bootstrap)).toEqual(['initdb']);
    expect(spec(main, 'Cluster').externalClusters).toBeUndefined();
    expect(spec(standby, 'Cluster').bootstrap).toEqual({
      recovery: { source: 'lost', database: 'orders', owner: 'app', secret: { name: 'orders-login' } },
    });
    expect(spec(standby, 'Cluster').externalClusters).toEqual([
      {
        name: 'lost',
        plugin: {
          name: 'barman-cloud.cloudnative-pg.io',
          parameters: { barmanObjectName: 'orders-copy', serverName: 'orders' },
        },
      },
    ]);
    expect(spec(standby, 'ObjectStore', 'orders-copy').configuration.destinationPath).toBe(`s3://${copy}/`);
    expect(spec(standby, 'ObjectStore', 'orders-copy').retentionPolicy).toBeUndefined();
    expect(spec(standby, 'ObjectStore').configuration.destinationPath).not.toContain(copy);
    expect(spec(standby, 'Cluster').plugins[0].parameters.barmanObjectName).toBe('orders');
  });

  it('may read the copy and not change it, and has a login and an archive there', () => {
    const text = files.get(`${roots}/standby/hosted.tf`)!;
    const statements = [...text.matchAll(/actions\s+= (\[[^\]]*\])\n\s+resources = (\[[^\]]*\])/g)].filter(
      ([, , resources]) => resources!.includes(copy),
    );
    expect(statements.map(([, actions]) => actions)).toEqual(['["s3:ListBucket"]', '["s3:GetObject"]']);
    expect(text).toMatch(/connection_secret_name += "production-dr\/shop\/orders\/connection"/);
    expect(text).toMatch(/kms_key_arn += local\.recovery\.data_key_arn/);
    expect(text).not.toContain('module.data_key');
    expect(files.get(`${roots}/data/hosted.tf`)).not.toContain('"s3:GetObject"]');
  });

  it.each([
    ['argocd', 'pilot-light'],
    ['flux', 'pilot-light'],
    ['argocd', 'warm-standby'],
  ] as const)('is delivered by %s in a %s only when the site is in use', (gitops, recovery) => {
    const all = [...writeAll(recovered(recovery, gitops))];
    const delivered = (folder: string) =>
      all
        .filter(([path]) => path.startsWith(folder))
        .map(([, text]) => text)
        .join('\n');
    expect(delivered('gitops/clusters/production-dr/')).not.toMatch(/name: data-orders\n/);
    expect(delivered('gitops/activation/production-dr/held/')).toMatch(/name: data-orders\n/);
    expect(delivered('gitops/clusters/production-dr/')).toMatch(/name: data-sessions\n/);
    expect(delivered('gitops/clusters/production/')).toMatch(/name: data-orders\n/);
  });

  it('is waited for, and comes back, by steps that name it', () => {
    const page = files.get('docs/disaster-recovery.md')!;
    const there = page.indexOf('wait --for=condition=Ready clusters.postgresql.cnpg.io/orders -n data');
    expect(there).toBeGreaterThan(page.indexOf('gitops/activation/production-dr/activate.yaml'));
    expect(page).toMatch(
      /--context here exec .*pg_restore --single-transaction .*--dbname=orders < orders\.dump/,
    );
    expect(page).toMatch(/delete clusters\.postgresql\.cnpg\.io\/orders[\s\S]*aws s3 rm --recursive/);
    expect(unwritten(architecture)).toEqual([]);
  });
});
