import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import { writeAll } from '../../../src/design/write-all.ts';
import { payments } from '../../support/cluster-variants.ts';
import { architectureOf } from '../../support/design-example.ts';

const production = 'terraform/environments/production';

describe('the name at the top of a zone, without a cluster', () => {
  const reached = (front: string, mail: string) =>
    architectureOf(`name: shop
owner: web
owners: { web: { email: w@shop.example, github: acme/web } }
domain: shop.example
region: eu-west-1
services: { front: { image: ghcr.io/acme/front, expose: ${front} } }
functions: { mail: { on: { http: { host: ${mail} } } } }
environments: { production: { account: "222233334444", recoveryRegion: eu-central-1 } }
delivery: { repository: acme/platform }
compute: ecs
decisions: { recovery: pilot-light, edge: waf }
`);
  const architecture = reached('shop.example', 'mail');
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
    // at the top of a zone no other name can stand for one
    expect(names).not.toMatch(/resource "aws_route53_record"[^}]*name += "shop\.example"/);
  });

  it('is handed to functions as well', () => {
    const called = terraform.write(reached('www', 'shop.example'));
    const api = (root: string) => called.get(`${production}/${root}/functions.tf`)!;
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

  it.each(['pilot-light', 'warm-standby', 'backup-restore'])(
    'leads to one region by the one variable: %s',
    (recovery) => {
      const names = terraform.write(top(recovery)).get(`${production}/recovery/names.tf`)!;
      expect(names).toMatch(/name += "payments\.example"\n\s+type += "A"\n\n\s+alias \{/);
      expect(names).toMatch(
        /first\[var\.active \? "eu-west-1\.top\.payments\.example" : "eu-central-1\.top\.payments\.example"\]\.name/,
      );
      expect(names).toMatch(/evaluate_target_health = false/);
    },
  );

  it('is led to a name that is there from the first day, and that each cluster takes over', () => {
    const names = terraform.write(top('warm-standby')).get(`${production}/recovery/names.tf`)!;
    expect(names).toMatch(/set_identifier = "first"\n\n\s+weighted_routing_policy \{\n\s+weight = 0/);
    const files = kubernetes.write(top('warm-standby'));
    const ingress = files.get(`${at}/base/ingress.yaml`)!;
    expect(ingress).toMatch(
      /external-dns\.alpha\.kubernetes\.io\/hostname: eu-central-1\.top\.payments\.example/,
    );
    expect(ingress).toMatch(
      /set-identifier: cluster\n[\s\S]*aws-weight: ['"]1['"]\n[\s\S]*health: ['"]false['"]/,
    );
    expect(ingress).toMatch(/- host: payments\.example/);
    expect(files.get(`${at}/overlays/production-dr/kustomization.yaml`)).toMatch(
      /hostname\n\s+value: eu-west-1\.top\.payments\.example/,
    );
  });

  it('is told as every other name is, and nobody changes a record by hand', () => {
    const page = writeAll(top('warm-standby')).get('docs/disaster-recovery.md')!;
    expect(page).toMatch(/Within a minute `payments\.example`.* leads? to names in eu-west-1/);
    expect(page).not.toMatch(/SetIdentifier|by hand in Route 53/);
  });
});
