import { describe, expect, it } from 'vitest';
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
      recovery: { source: 'original', database: 'orders', owner: 'app', secret: { name: 'orders-login' } },
    });
    expect(spec(standby, 'Cluster').externalClusters).toEqual([
      {
        name: 'original',
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

  it('may read the copy and not change it, has an archive there, and the login of the other region', () => {
    const text = files.get(`${roots}/standby/hosted.tf`)!;
    const statements = [...text.matchAll(/actions\s+= (\[[^\]]*\])\n\s+resources = (\[[^\]]*\])/g)].filter(
      ([, , resources]) => resources!.includes(copy),
    );
    expect(statements.map(([, actions]) => actions)).toEqual(['["s3:ListBucket"]', '["s3:GetObject"]']);
    expect(text).not.toContain('module "orders_login"');
    expect(text).toMatch(/connection_secret_name += "production-dr\/shop\/sessions\/connection"/);
    const [login] = /module "orders_login" \{[\s\S]*?^\}/m.exec(files.get(`${roots}/data/hosted.tf`)!)!;
    expect(login).toMatch(/connection_replica += \{\s+region += "eu-central-1"/);
    expect(login).toMatch(/connection_secret_name += "production\/shop\/orders\/connection"/);
    expect(text).toMatch(/kms_key_arn += local\.recovery\.data_key_arn/);
    expect(text).not.toContain('module.data_key');
    expect(files.get(`${roots}/data/hosted.tf`)).not.toContain('"s3:GetObject"]');
  });

  it.each(['argocd', 'flux'] as const)('is delivered by %s only when the site is in use', (gitops) => {
    const delivered = deliveredBy('pilot-light', gitops);
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
  });
});

function deliveredBy(recovery: string, gitops: 'argocd' | 'flux') {
  const all = [...writeAll(recovered(recovery, gitops))];
  return (folder: string) =>
    all
      .filter(([path]) => path.startsWith(folder))
      .map(([, text]) => text)
      .join('\n');
}

describe('a database of the cluster, in a warm standby', () => {
  const warm = recovered('warm-standby');
  const all = writeAll(warm);
  const page = all.get('docs/disaster-recovery.md')!;
  const promotes =
    'kubectl patch clusters.postgresql.cnpg.io/orders -n data --field-manager=recovery --type=merge --patch \'{"spec":{"replica":{"enabled":false}}}\'';

  it.each(['argocd', 'flux'] as const)('is delivered by %s at all times', (gitops) => {
    const delivered = deliveredBy('warm-standby', gitops);
    expect(delivered('gitops/clusters/production-dr/')).toMatch(/name: data-orders\n/);
    expect(delivered('gitops/activation/production-dr/held/')).not.toContain('data-orders');
  });

  it.skipIf(!kubectl)(
    'follows the copy of the archive, and Git leaves to people whether it does (needs kubectl)',
    () => {
      const folder = `${written(warm)}/kubernetes/_data/orders/overlays`;
      const clusterIn = (one: string) =>
        rendered('kubectl', 'kustomize', `${folder}/${one}`).find(({ kind }) => kind === 'Cluster')!.spec;
      expect(clusterIn('production').replica).toBeUndefined();
      const { replica, bootstrap, externalClusters } = clusterIn('production-dr');
      // left out, `enabled` means that it follows: CloudNativePG, api/v1/cluster_funcs.go, IsReplica
      expect(replica).toEqual({ source: 'original' });
      expect(bootstrap.recovery.source).toBe('original');
      expect(externalClusters[0].plugin.parameters.barmanObjectName).toBe('orders-copy');
    },
  );

  it('takes writes when a person says so, before any name leads there', () => {
    const at = page.indexOf(promotes);
    expect(at).toBeGreaterThan(page.indexOf('## When eu-west-1 is lost'));
    expect(at).toBeLessThan(page.indexOf("echo 'active = true'"));
    expect(page.match(/"enabled":false/g)).toHaveLength(1);
    expect([...all.values()].filter((text) => /^\s*enabled: false.*replica/m.test(text))).toEqual([]);
    expect(page).toMatch(/`orders` \(postgres\).*\| loses up to 20m, back in about 20m: its log is copied/);
  });

  it('is not told otherwise by Flux, which takes back what kubectl sets under its own name', () => {
    const flux = writeAll(recovered('warm-standby', 'flux')).get('docs/disaster-recovery.md')!;
    expect(flux).toContain(promotes);
    expect(flux).toContain('flux reconcile kustomization data-orders --context there');
    expect(flux).toMatch(
      /flux suspend kustomization report --namespace platform\n\s+kubectl --namespace platform patch cronjob\/report/,
    );
    expect(page).not.toContain('flux');
  });

  it('follows again after the way back', () => {
    const back = page.slice(page.indexOf('## Back to'));
    expect(back).toMatch(
      /delete clusters\.postgresql\.cnpg\.io\/orders -n data --cascade=foreground[\s\S]*aws s3 rm[\s\S]*wait --for=condition=Ready clusters\.postgresql\.cnpg\.io\/orders/,
    );
    // services there go on unless they are stopped: only jobs were held back
    expect(back).toContain('kubectl --context there --namespace platform scale deployment/api --replicas=0');
    expect(back).not.toContain('kubectl --context there --namespace platform patch cronjob/report');
  });

  it('is watched as what follows: nobody has to take writes there until somebody has', () => {
    const rules = (one: string) => all.get(`observability/${one}/rules/datastores.yaml`)!;
    expect(rules('production-dr')).toContain('DatabaseFollowsNothing');
    expect(rules('production')).not.toContain('DatabaseFollowsNothing');
    expect(rules('production')).toMatch(/== 0\) or vector\(0\)\n/);
    expect(rules('production-dr')).toMatch(/min_over_time\(.*\[1d\]\)\) == 0\) or vector\(1\)/);
    expect(all.get('docs/runbooks/database-follows-nothing.md')).toContain('In production-dr;');
  });

  it('has its nodes, and its volumes are in the bill', () => {
    const { standby, costs } = warm.environments.at(-1)!;
    const light = recovered('pilot-light').environments.at(-1)!.standby!;
    const nodes = (one: typeof light) =>
      one.cluster!.nodePools.find(({ name }) => name === 'general')!.desired;
    expect(nodes(standby!)).toBeGreaterThan(nodes(light));
    expect(costs.map(({ part }) => part)).toContain('volumes orders in eu-central-1');
  });
});
