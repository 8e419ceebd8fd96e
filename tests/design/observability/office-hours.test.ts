import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { longestBetweenBackups } from '../../../src/design/observability/backups.ts';
import { metricAlarms } from '../../../src/design/observability/cloudwatch/all.ts';
import { dataAlarms } from '../../../src/design/observability/cloudwatch/datastores.ts';
import { observability } from '../../../src/design/observability/target.ts';
import { payments } from '../../support/cluster-variants.ts';
import { architectureOf } from '../../support/design-example.ts';

const plain = payments({});
const files = observability.write(plain);

describe('what watches an environment that is off at times', () => {
  it('stands on nodes that stay', () => {
    for (const chart of [
      'prometheus-blackbox-exporter',
      'prometheus-yet-another-cloudwatch-exporter',
      'opentelemetry-collector',
    ]) {
      const path = (environment: string) => `observability/${environment}/values/${chart}.yaml`;
      expect(load(files.get(path('development'))!), chart).toMatchObject({
        nodeSelector: { 'plinth.dev/pool': 'system' },
      });
      expect(files.get(path('production')), chart).not.toContain('nodeSelector');
    }
    const stack = load(files.get('observability/development/values/kube-prometheus-stack.yaml')!);
    const place = { nodeSelector: { 'plinth.dev/pool': 'system' } };
    expect(stack).toMatchObject({
      prometheus: { prometheusSpec: place },
      alertmanager: { alertmanagerSpec: place },
      grafana: place,
      prometheusOperator: { ...place, admissionWebhooks: { patch: place } },
      'kube-state-metrics': place,
    });
  });

  it('counts no failure of a service of bare connections while it is off', () => {
    const tcp = payments({
      mesh: 'none',
      compliance: ['soc2'],
      services: { console: { protocol: 'tcp', expose: { host: 'console', public: false } } },
    });
    const rules = (environment: string) =>
      observability.write(tcp).get(`observability/${environment}/rules/objectives.yaml`)!;
    expect(rules('development')).toMatch(/kube_replicaset_spec_replicas.*> bool 0 or vector\(1\)/);
    expect(rules('production')).not.toContain('kube_replicaset_spec_replicas');
  });

  it('is told of no request that is turned away, and of no message that waits, by night', () => {
    const designed = architectureOf(`name: shop
domain: shop.example
compute: ecs
account: "111122223333"
services: { web: { image: a/b, expose: www, needs: [work] } }
functions: { mail: { on: { queue: letters } } }
datastores: { work: { type: queue }, letters: { type: queue } }
environments: { test: { schedule: mon-fri 07:00-19:00 }, production: {} }
`);
    const [test, production] = designed.environments.map((environment) =>
      metricAlarms(designed, environment).map(({ name, reckoned }) => [name, reckoned?.expression] as const),
    );
    const inHours = (all: typeof test) =>
      all!.filter(([, expression]) => expression?.startsWith('IF((')).map(([name]) => name);
    expect(inHours(test)).toEqual(['test-shop-alb-errors', 'test-work-queue-age']);
    expect(inHours(production)).toEqual([]);
  });

  it('waits for a backup over a weekend, where there are only databases', () => {
    const designed = (more: string) =>
      architectureOf(
        `name: shop\naccount: "111122223333"\nservices:\n  web: { image: a/b, needs: [db] }\ndatastores:\n  db: { type: postgres }\n${more}environments:\n  test: { schedule: mon-fri 07:00-19:00 }\n  production: {}\n`,
      );
    const hours = (architecture: ReturnType<typeof designed>, at: number) =>
      dataAlarms(architecture, architecture.environments[at]!).find(
        ({ runbook }) => runbook === 'backup-too-old',
      )!.periods;
    expect(longestBetweenBackups(designed('').environments[0]!)).toBe(3 * 86_400);
    expect(hours(designed(''), 0)).toBe(76);
    expect(hours(designed(''), 1)).toBe(28);
    expect(hours(designed('  files: { type: bucket }\n'), 0)).toBe(28);
  });

  it('has a runbook for what was not switched, wherever it is', () => {
    const page = files.get('docs/runbooks/office-hours-missed.md')!;
    expect(page).toContain('Alarms of CloudWatch in development: `development-payments-hours-missed`');
    expect(page).toContain('`OfficeHoursMissed`');
    expect(page).toContain('In development; [how to connect]');
  });
});
