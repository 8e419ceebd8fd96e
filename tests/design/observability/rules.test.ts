import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { alertsOf } from '../../../src/design/observability/groups.ts';
import { hereOf } from '../../../src/design/observability/here.ts';
import { observability } from '../../../src/design/observability/target.ts';
import { architectureOf, architectureOfExample } from '../../support/design-example.ts';
import { hasPromtool, promtool } from '../../support/promtool.ts';
import { writtenFolder } from '../../support/written-folder.ts';

const payments = architectureOfExample('payments');
const files = observability.write(payments);

interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
}
interface Groups {
  readonly groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[];
}

const plain = [...files]
  .filter(([path]) => /production\/rules\//.test(path))
  .map(([, text]) => load(text) as Groups);
const alerting = plain.flatMap(({ groups }) =>
  groups.flatMap(({ rules }) => rules.filter(({ alert }) => alert)),
);

describe('rules', () => {
  it('give each alert a severity, an owner, a delay, and a runbook that is there', () => {
    expect(alerting.length).toBeGreaterThan(30);
    for (const { alert, for: delay, labels, annotations } of alerting) {
      expect(labels?.['severity'], alert).toMatch(/^(critical|warning|none)$/);
      expect(delay, alert).toMatch(/^\d+[smhd]$/);
      expect(annotations?.['summary'], alert).toBeTruthy();
      expect(annotations?.['description'], alert).toBeTruthy();
      const path = annotations?.['runbook_url']?.split('/blob/main/')[1] ?? '';
      expect([...files.keys()], alert).toContain(path);
    }
  });

  it('are the same for the operator and for promtool', () => {
    const manifests = loadAll(files.get('observability/production/rules.yaml')!) as { spec: Groups }[];
    expect(manifests.map(({ spec }) => spec)).toEqual(expect.arrayContaining(plain));
    expect(manifests.length).toBe(plain.length);
  });

  it('show each alert firing and not firing', () => {
    for (const environment of payments.environments) {
      const here = hereOf(payments, environment);
      for (const alert of alertsOf(here)) {
        const cases = alert.cases(here);
        expect(
          cases.some(({ fires }) => fires),
          alert.name,
        ).toBe(true);
        // the one that has to fire always cannot be silent
        if (alert.name !== 'Watchdog')
          expect(
            cases.some(({ fires }) => !fires),
            alert.name,
          ).toBe(true);
      }
    }
  });

  it('are none of them there twice, as promtool lints it', () => {
    const written = observability.write(
      architectureOf(
        'name: shop\ncompute: eks\nenvironments: { production: { account: "111122223333" } }\nservices:\n  api: { image: acme/api, needs: [a, b, c] }\nfunctions:\n  slow: { timeout: 5m, on: { queue: c } }\njobs:\n  one: { image: a/b, schedule: "0 3 * * *" }\n  two: { image: a/b, schedule: "0 4 * * *" }\ndatastores: { a: { type: queue }, b: { type: queue }, c: { type: queue } }\n',
      ),
    );
    const rules = [...written]
      .filter(([path]) => /production\/rules\//.test(path))
      .flatMap(([, text]) => (load(text) as Groups).groups.flatMap((group) => group.rules));
    const keys = rules.map(({ alert, record, labels }) => JSON.stringify([alert ?? record, labels]));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(rules.find(({ alert }) => alert === 'QueueTooOld')?.expr).toBe(
      'datastore:queue_age:seconds{datastore=~"a|b"} > 600 or datastore:queue_age:seconds{datastore="c"} > 3600',
    );
  });

  it('wake nobody outside of production', () => {
    for (const [path, text] of files)
      if (/development\/rules\//.test(path)) expect(text, path).not.toContain('severity: critical');
  });

  it('tell services apart whose names begin alike', () => {
    const text = [
      ...observability.write(
        architectureOf(
          'name: shop\ncompute: eks\nenvironments: { production: { account: "111122223333" } }\nservices:\n  pay: { image: acme/pay }\n  pay-worker: { image: acme/pay-worker }\n',
        ),
      ),
    ]
      .filter(([path]) => path.endsWith('.yaml'))
      .map(([, one]) => one)
      .join('');
    expect(text).toContain('job="pay"');
    expect(text).not.toMatch(/=~"pay/);
  });
});

describe.skipIf(!hasPromtool())('promtool', () => {
  const folder = join(writtenFolder(files), 'observability', 'production');
  const names = readdirSync(join(folder, 'rules'));

  it('takes all rules, and those that are quick to show fire and do not fire', () => {
    const check = promtool(folder, 'check', 'rules', ...names.map((name) => `rules/${name}`));
    expect(check.ok, check.output).toBe(true);
    const quick = ['certificates', 'delivery', 'jobs'].map((name) => `tests/${name}.yaml`);
    const test = promtool(folder, 'test', 'rules', ...quick);
    expect(test.ok, test.output).toBe(true);
  });

  it('sees when a rule no longer does what it should', () => {
    const path = join(folder, 'rules', 'jobs.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('unless on (namespace, cronjob)', 'and on (namespace, cronjob)'),
    );
    expect(promtool(folder, 'test', 'rules', 'tests/jobs.yaml').ok).toBe(false);
  });
});
