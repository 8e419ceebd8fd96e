import { describe, expect, it } from 'vitest';
import { imagesOf } from '../../../src/design/terraform/pipeline-access.ts';
import { writeAll } from '../../../src/design/write-all.ts';
import { payments } from '../../support/cluster-variants.ts';
import { architectureOf } from '../../support/design-example.ts';

const shop = (delivery: string, compute = 'eks') =>
  architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
region: eu-west-1
compute: ${compute}
services:
  api: { image: ghcr.io/acme/api }
  web: { image: "222233334444.dkr.ecr.eu-west-1.amazonaws.com/shop/web" }
environments: { staging: { account: "111122223333" }, production: { account: "222233334444", approvals: 2 } }
delivery: { repository: acme/platform, ${delivery} }
`);
const page = (...asked: Parameters<typeof shop>) => writeAll(shop(...asked)).get('docs/prerequisites.md')!;

describe('prerequisites', () => {
  it.each(['ci: github, gitops: flux', 'ci: gitlab, gitops: flux'])('of releases with %s', (delivery) => {
    const text = page(delivery);
    expect(text).toMatch(/`RELEASE_TOKEN` \(Settings.*token of/);
    expect(text).toContain('git push origin main:refs/heads/release/production');
    expect(text).not.toContain('refs/heads/release/staging');
  });

  it('name no branch that nobody reads', () => {
    expect(page('ci: gitlab', 'ecs')).not.toMatch(/refs\/heads\/release/);
    expect(page('ci: github, gitops: argocd')).not.toMatch(/refs\/heads\/release/);
  });

  it('tell what lets images be pulled, by registry', () => {
    expect(page('ci: github')).toMatch(/`ghcr\.io`: nodes show it no password.*imagePullSecrets/);
    expect(page('ci: gitlab', 'ecs')).toMatch(/`ghcr\.io`: tasks show it no password.*repositoryCredentials/);
    expect(page('ci: github')).toMatch(/222233334444\.dkr\.ecr.*have to let 111122223333 in/);
  });

  it('say Secrets Manager where there is no cluster for External Secrets', () => {
    const decided = (compute: string) =>
      [...writeAll(shop('ci: gitlab', compute))].find(([path]) => /decisions\/.*secrets\.md$/.test(path))![1];
    expect(decided('ecs')).not.toMatch(/external-secrets|External Secrets/);
    expect(decided('eks')).toMatch(/external-secrets/);
  });
});

it('has secrets in Vault filled in on both sides, where one of two regions may be lost', () => {
  const secrets = { secrets: 'vault', decisions: { recovery: 'pilot-light' } };
  const written = (changed: Parameters<typeof payments>[0]) => writeAll(payments(changed));
  const files = written(secrets);
  const page = files.get('docs/prerequisites.md')!;
  for (const one of ['production', 'production-dr'])
    expect(page).toMatch(
      new RegExp(
        `--context ${one} exec -i -n vault vault-0 -- vault kv put -mount=secret production/payments/`,
      ),
    );
  const decision = [...files].find(([path]) => /decisions\/.*secrets\.md$/.test(path))![1];
  expect(decision).toMatch(/a snapshot of the other cannot be unsealed there/);
  const loose = { rpo: '24h', rto: '24h' };
  const onTheDay = written({
    secrets: 'vault',
    datastores: { vault: loose, entries: loose, statements: loose },
    decisions: { recovery: 'backup-restore' },
  });
  expect(onTheDay.get('docs/disaster-recovery.md')).toMatch(/production-dr exec .* vault operator init/);
  expect(files.get('docs/disaster-recovery.md')).not.toContain('vault operator init');
});

it('lets images be pushed to the repositories of ECR that are in the account, and to no others', () => {
  const architecture = shop('ci: github');
  const [staging, production] = architecture.environments;
  expect(imagesOf(architecture, staging!)).toEqual([]);
  expect(imagesOf(architecture, production!)).toEqual([
    'arn:aws:ecr:eu-west-1:222233334444:repository/shop/web',
  ]);
});
