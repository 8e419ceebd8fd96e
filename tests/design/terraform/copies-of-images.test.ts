import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import type { Files } from '../../../src/design/target.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import { writeAll } from '../../../src/design/write-all.ts';
import { asCharts, payments } from '../../support/cluster-variants.ts';
import { architectureOf } from '../../support/design-example.ts';

const registry = (account: string, region = 'eu-central-1') => `${account}.dkr.ecr.${region}.amazonaws.com`;
const withImagesOf = (account: string, region?: string) =>
  payments({ services: { gateway: { image: `${registry(account, region)}/cards/gateway` } } });
const writtenWith = new Map<string, Files>();
/** All that is written where an image is in a registry; each is written once. */
function filesWith(account: string, region?: string): Files {
  const key = registry(account, region);
  const files = writtenWith.get(key) ?? writeAll(withImagesOf(account, region));
  writtenWith.set(key, files);
  return files;
}
const own = '444455556666';
const ofStaging = '333344445555';
const ofOthers = '999900001111';
const registryOf = (account: string, environment: string) =>
  filesWith(account).get(`terraform/environments/${environment}/platform/registry.tf`);

describe('images whose registry is in the region that may be lost', () => {
  it('are copied by the environment whose registry it is', () => {
    const text = registryOf(own, 'production')!;
    expect(text).toMatch(/resource "aws_ecr_replication_configuration" "this"/);
    expect(text).toMatch(/destination \{\s+region += "eu-west-1"\s+registry_id = local\.account_id/);
    expect(text).toMatch(/filter += "cards\/gateway"/);
    expect(text).not.toContain('creation_template');
    expect(registryOf(own, 'staging')).toBeUndefined();
  });

  it('may be pulled from the copy by the account that comes up there', () => {
    const text = registryOf(ofStaging, 'staging')!;
    expect(text).toMatch(/aws_ecr_repository_creation_template[\s\S]*provider = aws\.images_eu_west_1/);
    expect(text).toContain(`arn:aws:iam::${own}:root`);
    // one for what is below cards/: none is for a repository of the same name
    expect(text).toMatch(/prefix += "cards"\n/);
    const providers = filesWith(ofStaging).get('terraform/environments/staging/platform/providers.tf');
    expect(providers).toMatch(/alias += "images_eu_west_1"\n\s+region += "eu-west-1"/);
    expect(registryOf(ofStaging, 'production')).toBeUndefined();
  });

  it('are copied by their owner where that is nobody here, by commands that say all', () => {
    for (const environment of ['development', 'staging', 'production'])
      expect(registryOf(ofOthers, environment)).toBeUndefined();
    const page = filesWith(ofOthers).get('docs/prerequisites.md')!;
    const [, rules] = /put-replication-configuration .*'(\{.*\})'/.exec(page)!;
    expect(JSON.parse(rules!)).toEqual({
      rules: [
        {
          destinations: [{ region: 'eu-west-1', registryId: ofOthers }],
          repositoryFilters: [{ filter: 'cards/gateway', filterType: 'PREFIX_MATCH' }],
        },
      ],
    });
    expect(page).toMatch(
      /create-repository-creation-template --region eu-west-1 --prefix cards --applied-for/,
    );
  });

  it('are let be by those who take them from somewhere else', () => {
    const files = filesWith(own, 'us-east-1');
    expect([...files.keys()].filter((path) => path.endsWith('registry.tf'))).toEqual([]);
    expect(files.get('docs/prerequisites.md')).not.toContain('Copies of images');
  });

  it('may be copied by the pipeline, and are taken from the copy by policy', () => {
    const files = filesWith(ofStaging);
    const bootstrap = (name: string) => files.get(`terraform/bootstrap/${name}/main.tf`)!;
    expect(bootstrap('staging')).toMatch(/services += \[[^\]]*"ecr"/);
    expect(bootstrap('staging')).toMatch(/regions += \[[^\]]*"eu-west-1"/);
    expect(bootstrap('production')).not.toMatch(/services += \[[^\]]*"ecr"/);
    const rules = [...filesWith(own).values()].join('\n');
    expect(rules).toContain(`'${registry(own, 'eu-west-1')}/cards/'`);
  });
});

describe('the standby', () => {
  const at = 'kubernetes/acquiring/gateway';

  it('takes the same digest from the copy, by an overlay or by values', () => {
    const overlay = filesWith(own).get(`${at}/overlays/production-dr/kustomization.yaml`)!;
    expect(overlay).toContain(`- name: ${registry(own)}/cards/gateway\n`);
    expect(overlay).toContain(`newName: ${registry(own, 'eu-west-1')}/cards/gateway\n`);
    expect(overlay).not.toMatch(/digest|value: .*cards\/gateway/);
    const values = kubernetes.write(asCharts(withImagesOf(own))).get(`${at}/values-production-dr.yaml`)!;
    expect(values).toContain(`repository: ${registry(own, 'eu-west-1')}/cards/gateway`);
    expect(values).not.toContain('digest');
  });

  it('changes no image that is out of reach of the region', () => {
    const overlay = kubernetes.write(payments({})).get(`${at}/overlays/production-dr/kustomization.yaml`)!;
    expect(overlay).not.toContain('images:');
  });

  it('gives tasks and functions the copy too', () => {
    const architecture = architectureOf(`name: shop
owner: web
owners: { web: { email: w@shop.example, github: acme/web } }
region: eu-west-1
services: { front: { image: 222233334444.dkr.ecr.eu-west-1.amazonaws.com/front } }
functions: { mail: { runtime: image, image: 222233334444.dkr.ecr.eu-west-1.amazonaws.com/mail, on: { schedule: "0 3 * * *" } } }
environments: { production: { account: "222233334444", recoveryRegion: eu-central-1 } }
delivery: { repository: acme/platform }
compute: ecs
`);
    const { standby } = architecture.environments[0]!;
    for (const { image } of [...standby!.services, ...standby!.functions])
      expect(image).toMatch(/^222233334444\.dkr\.ecr\.eu-central-1\./);
    expect(
      terraform.write(architecture).get('terraform/environments/production/platform/registry.tf'),
    ).toContain('filter      = "mail"');
  });
});
