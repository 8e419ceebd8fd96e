import { execFileSync } from 'node:child_process';
import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { alerts } from '../../../src/design/observability/alerts/all.ts';
import { alertsOf } from '../../../src/design/observability/groups.ts';
import { hereOf } from '../../../src/design/observability/here.ts';
import { observability } from '../../../src/design/observability/target.ts';
import { receiverKeys } from '../../../src/design/observability/write/routing.ts';
import { architectureOfExample } from '../../support/design-example.ts';
import { provideTools } from '../../support/tools.ts';
import { writtenFolder } from '../../support/written-folder.ts';

const payments = architectureOfExample('payments');
const files = observability.write(payments);

interface Matcher {
  readonly name: string;
  readonly value: string;
}
interface Route {
  readonly receiver: string;
  readonly matchers?: readonly Matcher[];
  readonly routes?: readonly Route[];
}
interface Config {
  readonly spec: {
    readonly route: Route;
    readonly receivers: readonly { readonly name: string }[];
    readonly inhibitRules: readonly {
      readonly equal: readonly string[];
      readonly sourceMatch: readonly Matcher[];
      readonly targetMatch: readonly Matcher[];
    }[];
  };
}

function configOf(environment: string): Config {
  return loadAll(files.get(`observability/${environment}/routing.yaml`)!)[0] as Config;
}

function receiverFor({ spec }: Config, labels: Readonly<Record<string, string>>): string {
  const fits = ({ matchers = [] }: Route) => matchers.every(({ name, value }) => labels[name] === value);
  return spec.route.routes!.find(fits)?.receiver ?? spec.route.receiver;
}

describe('routing', () => {
  it.each([
    ['production', { owner: 'ledger', severity: 'critical' }, 'ledger-pager'],
    ['production', { owner: 'ledger', severity: 'warning' }, 'ledger-chat'],
    ['production', { alertname: 'Watchdog', owner: 'platform', severity: 'none' }, 'dead-mans-switch'],
    ['production', { severity: 'critical' }, 'platform-chat'],
    ['development', { owner: 'acquiring', severity: 'critical' }, 'acquiring-chat'],
    ['development', { alertname: 'EnvironmentOff', owner: 'platform', severity: 'none' }, 'nobody'],
  ])('in %s brings %j to %s', (environment, labels, receiver) => {
    expect(receiverFor(configOf(environment), labels)).toBe(receiver);
  });

  it('names receivers that are there, and keys that are brought from the secret store', () => {
    for (const { name } of payments.environments) {
      const text = files.get(`observability/${name}/routing.yaml`)!;
      const { spec } = configOf(name);
      const declared = spec.receivers.map((one) => one.name);
      for (const { receiver } of [spec.route, ...spec.route.routes!]) expect(declared).toContain(receiver);
      const here = hereOf(payments, payments.environments.find((one) => one.name === name)!);
      const used = [...text.matchAll(/name: alert-receivers\n\s+key: (\S+)/g)].map(([, key]) => key!);
      expect([...new Set(used)].sort()).toEqual([...receiverKeys(here)].sort());
    }
  });

  it('is silent about what follows from office hours, where there are any', () => {
    const silencing = (environment: string) =>
      configOf(environment).spec.inhibitRules.filter(
        ({ sourceMatch }) => sourceMatch[0]!.value === 'EnvironmentOff',
      );
    expect(silencing('production')).toEqual([]);
    const [rule] = silencing('development');
    const here = hereOf(payments, payments.environments[0]!);
    const names = alertsOf(here).map(({ name }) => name);
    expect(names).toContain('EnvironmentOff');
    for (const name of rule!.targetMatch[0]!.value.split('|')) {
      expect(alerts.map((one) => one.name)).toContain(name);
      expect(['Watchdog', 'OfficeHoursMissed', 'BackupTooOld']).not.toContain(name);
    }
  });

  it.each(['development', 'production'])(
    'lets an alert of %s silence only alerts that have the labels it is compared by',
    (environment) => {
      const rules = [...files]
        .filter(([path]) => path.includes(`${environment}/tests/`))
        .map(([, text]) => text)
        .join('\n');
      for (const { equal, targetMatch } of configOf(environment).spec.inhibitRules)
        for (const target of targetMatch[0]!.value.split('|'))
          for (const label of equal) {
            const fired = [
              ...rules.matchAll(
                new RegExp(`alertname: ${target}\\n\\s+exp_alerts:\\n([\\s\\S]*?)exp_annotations`, 'g'),
              ),
            ];
            for (const [, labels] of fired) expect(labels, `${target} has ${label}`).toContain(`${label}: `);
          }
    },
  );
});

describe('runbooks', () => {
  const pages = [...files].filter(([path]) => path.startsWith('docs/runbooks/'));

  it('have every part, and link only to each other', () => {
    expect(pages.length).toBeGreaterThan(30);
    for (const [path, text] of pages) {
      if (!path.endsWith('README.md'))
        for (const part of ['users', 'look', 'causes', 'Mitigation', 'Escalation', 'Afterwards'])
          expect(text, path).toMatch(new RegExp(`^## .*${part}`, 'm'));
      for (const [, link] of text.matchAll(/\]\(([\w-]+\.md)/g))
        expect(files.has(`docs/runbooks/${link}`), `${link} in ${path}`).toBe(true);
    }
  });

  it.each(['start-up', 'payments', 'events'] as const)(
    'of %s hold commands that a shell can read',
    (example) => {
      const written = observability.write(architectureOfExample(example));
      const commands = [...written]
        .filter(([path]) => path.startsWith('docs/runbooks/'))
        .flatMap(([, text]) =>
          [...text.matchAll(/```sh\n([\s\S]*?)\n\s*```/g)].map(([, command]) => command!),
        );
      expect(commands.length).toBeGreaterThan(5);
      const script = commands
        .map((command, at) => `step_${at}() {\n${command.replaceAll(/<[\w ]+>/g, 'x')}\n}`)
        .join('\n');
      execFileSync('bash', ['-n'], { input: script });
    },
  );
});

describe.skipIf(!provideTools().kubectl)('kubectl', () => {
  it('builds what is applied in each environment', () => {
    const folder = writtenFolder(files);
    for (const { name } of payments.environments) {
      const built = execFileSync('kubectl', ['kustomize', `${folder}/observability/${name}`], {
        encoding: 'utf8',
      });
      for (const kind of ['PrometheusRule', 'AlertmanagerConfig', 'Probe', 'ConfigMap'])
        expect(built).toContain(`kind: ${kind}`);
    }
  });
});
