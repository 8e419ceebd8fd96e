import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policy } from '../../../src/design/policy/target.ts';
import { architectureOfExample } from '../../support/design-example.ts';

const files = [...policy.write(architectureOfExample('payments'))].filter(([path]) => path.endsWith('.rego'));
const tool = ['opa', 'conftest'].find(runs);
const folder = mkdtempSync(join(tmpdir(), 'plinth-rego-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(tool === undefined)(
  `policies of plans, judged by ${tool ?? 'opa or conftest (not here)'}`,
  () => {
    beforeAll(() => write(files));

    it('pass their tests', () => {
      expect(test()).toMatchObject({ passed: true });
    });

    const rules = files
      .filter(([path]) => !path.endsWith('_test.rego'))
      .flatMap(([path, text]) =>
        [...text.matchAll(/^(?:deny|warn) contains message if \{\n/gm)].map(
          ({ index }, at) => [path, at, index] as const,
        ),
      );

    it.each(rules)('%s: a rule that says nothing (%i) fails a test', (path, _, index) => {
      write(
        files.map(([name, text]) => {
          if (name !== path) return [name, text];
          const end = text.indexOf('\n', index) + 1;
          return [name, `${text.slice(0, end)}\tfalse\n${text.slice(end)}`];
        }),
      );
      const result = test();
      write(files);
      expect(result).toMatchObject({ passed: false });
    });

    it.runIf(tool === 'opa')('are written as opa writes them, and hold in strict mode', () => {
      expect(execFileSync('opa', ['fmt', '--list', folder], { encoding: 'utf8' })).toBe('');
      execFileSync('opa', ['check', '--strict', folder]);
    });

    it.runIf(tool === 'opa')('tell what is wrong with a plan', () => {
      const input = join(mkdtempSync(join(folder, 'plan-')), 'plan.json');
      writeFileSync(input, JSON.stringify(plan));
      const query = (name: string) =>
        (
          JSON.parse(
            execFileSync(
              'opa',
              ['eval', '--format', 'json', '--data', folder, '--input', input, `data.main.${name}`],
              { encoding: 'utf8' },
            ),
          ) as { result: [{ expressions: [{ value: string[] }] }] }
        ).result[0].expressions[0].value;
      expect(query('deny').map((one) => one.split(':')[0])).toEqual(['loses-data', 'opens-port']);
      expect(query('warn').map((one) => one.split(':')[0])).toEqual(['untagged']);
      rmSync(dirname(input), { recursive: true });
    });
  },
);

/** As `terraform show -json` prints a plan (format 1.2), without what no rule looks at. */
const plan = {
  format_version: '1.2',
  terraform_version: '1.12.2',
  resource_changes: [
    {
      address: 'module.statements.aws_s3_bucket.this',
      mode: 'managed',
      type: 'aws_s3_bucket',
      change: { actions: ['delete'], before: { bucket: 'statements' }, after: null, after_unknown: {} },
    },
    {
      address: 'module.api.aws_vpc_security_group_ingress_rule.debug',
      mode: 'managed',
      type: 'aws_vpc_security_group_ingress_rule',
      change: {
        actions: ['create'],
        before: null,
        after: { cidr_ipv4: '0.0.0.0/0', from_port: 5005, to_port: 5005, tags_all: { service: 'api' } },
        after_unknown: { id: true },
      },
    },
    {
      address: 'aws_db_instance.entries',
      mode: 'managed',
      type: 'aws_db_instance',
      change: {
        actions: ['update'],
        before: { storage_encrypted: true, deletion_protection: true },
        after: { storage_encrypted: true, deletion_protection: true, publicly_accessible: false },
        after_unknown: {},
      },
    },
  ],
};

function runs(name: string): boolean {
  try {
    execFileSync(name, [name === 'opa' ? 'version' : '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function write(all: readonly (readonly [path: string, text: string])[]): void {
  for (const [path, text] of all) writeFileSync(join(folder, path.split('/').at(-1)!), text);
}

function test(): { passed: boolean; output: string } {
  const args = tool === 'opa' ? ['test', folder] : ['verify', '--policy', folder];
  try {
    return { passed: true, output: execFileSync(tool!, args, { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    return { passed: false, output: String((error as { stdout?: string }).stdout) };
  }
}
