import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import { unwritten } from '../../../src/design/unwritten.ts';
import { writeAll } from '../../../src/design/write-all.ts';
import { payments } from '../../support/cluster-variants.ts';
import { architectureOf } from '../../support/design-example.ts';

const production = 'terraform/environments/production';

describe('the name at the top of a zone, without a cluster', () => {
  const architecture = architectureOf(`name: shop
owner: web
owners: { web: { email: w@shop.example, github: acme/web } }
domain: shop.example
region: eu-west-1
services: { front: { image: ghcr.io/acme/front, expose: { host: shop.example } } }
functions: { mail: { on: { http: { host: shop.example, path: /mail } } } }
environments: { production: { account: "222233334444", recoveryRegion: eu-central-1 } }
delivery: { repository: acme/platform }
compute: ecs
decisions: { recovery: pilot-light, edge: waf }
`);
  const files = terraform.write(architecture);
  const recordIn = (root: string) =>
    /resource "aws_route53_record" "front" \{\n([\s\S]*?)^\}/m.exec(
      files.get(`${production}/${root}/services.tf`)!,
    )![1]!;

  it('has a record in each region, of which that of the recovery region takes all once it counts', () => {
    const [main, standby] = ['services', 'standby'].map(recordIn);
    for (const record of [main, standby]) {
      expect(record).toMatch(/name += "shop\.example"/);
      expect(record).toMatch(/evaluate_target_health = false/);
    }
    expect(main).toMatch(/set_identifier = "eu-west-1"[\s\S]*weight = 0/);
    expect(main).not.toContain('health_check_id');
    expect(standby).toMatch(
      /set_identifier += "eu-central-1"\n\s+health_check_id = local\.recovery\.top_switch_id/,
    );
    expect(standby).toMatch(/weight = 1/);
  });

  it('counts when a person says so, by the one variable', () => {
    const names = files.get(`${production}/recovery/names.tf`)!;
    expect(names).toMatch(
      /aws_route53_health_check" "top"[\s\S]*disabled += true\n\s+invert_healthcheck = !var\.active/,
    );
    expect(names).not.toContain('CNAME');
  });

  it('is handed to functions as well', () => {
    const api = (root: string) => files.get(`${production}/${root}/functions.tf`)!;
    expect(api('services')).toMatch(/region_weight += 0/);
    expect(api('standby')).toMatch(
      /region_weight += 1\n\s+health_check_id += local\.recovery\.top_switch_id/,
    );
  });

  it('is one record where there is one region', () => {
    const alone = terraform.write({
      ...architecture,
      environments: architecture.environments.map(({ recovery: _, standby: __, states, ...one }) => ({
        ...one,
        states: states.filter(({ inRecovery }) => !inRecovery),
      })),
    });
    expect(alone.get(`${production}/services/services.tf`)).not.toContain('set_identifier');
    expect(alone.get(`${production}/services/services.tf`)).toMatch(/evaluate_target_health = true/);
  });
});

describe('the name at the top of a zone, in a cluster', () => {
  const top = (recovery: string) =>
    payments({
      services: { gateway: { expose: { host: 'payments.example' }, strategy: 'rolling' } },
      datastores: { vault: loose, entries: loose, statements: loose },
      decisions: { edge: 'waf', recovery },
    });
  const loose = { rpo: '24h', rto: '24h' };
  const at = 'kubernetes/acquiring/gateway';

  it('is written by the controller of each cluster, with a weight', () => {
    const files = kubernetes.write(top('pilot-light'));
    expect(files.get(`${at}/base/ingress.yaml`)).toMatch(
      /set-identifier: eu-central-1\n[\s\S]*aws-weight: ['"]0['"]/,
    );
    expect(files.get(`${at}/overlays/production-dr/kustomization.yaml`)).toMatch(
      /set-identifier\n\s+value: eu-west-1[\s\S]*aws-weight\n\s+value: ['"]1['"]/,
    );
  });

  it('is left to a person where the other region runs already', () => {
    const architecture = top('warm-standby');
    expect(kubernetes.write(architecture).get(`${at}/base/ingress.yaml`)).not.toContain('aws-weight');
    expect(unwritten(architecture).join()).toContain('top of a zone');
    expect(unwritten(top('pilot-light')).join()).not.toContain('top of a zone');
  });

  it('does not keep leading to a cluster that was taken down', () => {
    const page = (recovery: string) => writeAll(top(recovery)).get('docs/disaster-recovery.md')!;
    expect(page('backup-restore')).toMatch(/SetIdentifier=='eu-west-1'.*DELETE/);
    expect(page('pilot-light')).not.toContain('SetIdentifier');
    expect(page('pilot-light')).toMatch(/`payments\.example` has a record in each region/);
  });
});
