import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { hostile } from '../../../tests/report/hostile-sample.ts';
import { large } from '../../../tests/report/large-sample.ts';
import { nothingRead, shop, sound } from '../../../tests/report/samples.ts';
import type { RenderOptions } from '../options.ts';
import type { Report } from '../report.ts';
import { renderSarif } from './sarif.ts';

/** The official schema as Microsoft's SDK carries it, in draft 4, which differs for us in the name of the id alone. */
function officialSchema(): object {
  const path = createRequire(import.meta.url)
    .resolve('@microsoft/jest-sarif')
    .replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json');
  const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
  return schema;
}

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(officialSchema());

function run(report: Report, options?: Pick<RenderOptions, 'catalogue' | 'pathPrefix'>): Run {
  return (JSON.parse(renderSarif(report, options)) as Log).runs[0]!;
}
const results = (report: Report): readonly Result[] => run(report).results ?? [];

test.each(Object.entries({ shop, sound, nothingRead, hostile, large: large(2000) }))(
  'is valid SARIF 2.1.0: %s',
  (_, report) => {
    expect(validate(JSON.parse(renderSarif(report))), JSON.stringify(validate.errors?.slice(0, 3))).toBe(
      true,
    );
  },
);

test('the schema refuses what is not SARIF', () => {
  expect(
    validate({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'fatal' }] }],
    }),
  ).toBe(false);
});

test('every result has a rule, a message, a place and a fingerprint', () => {
  const { rules = [] } = run(shop).tool.driver;
  for (const result of results(shop)) {
    expect(rules[result.ruleIndex!]!.id).toBe(result.ruleId);
    expect(result.message.text).not.toBe('');
    expect(result.locations?.[0]?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
    expect(Object.values(result.partialFingerprints ?? {})[0]).toMatch(/^[0-9a-f]+$/);
  }
});

test('the chain that led to a place becomes related locations', () => {
  expect(results(shop)[0]!.relatedLocations?.map(({ message }) => message?.text)).toEqual([
    'module call database',
    'variable publicly_accessible',
  ]);
});

test('a baseline tells new from unchanged, and is not spoken of where there is none', () => {
  const states = results(shop).map(({ baselineState }) => baselineState);
  expect(states).toContain('unchanged');
  expect(states.filter((state) => state === 'new')).toHaveLength(states.length - 1);
  expect(results(large(10)).every((result) => !('baselineState' in result))).toBe(true);
});

test('a suppressed finding says where and why', () => {
  expect(results(shop).flatMap(({ suppressions }) => suppressions ?? [])).toMatchObject([
    { kind: 'inSource', justification: 'sendmail needs setuid' },
  ]);
});

test('problems become notifications, those of our own configuration apart', () => {
  const [invocation] = run(shop).invocations!;
  expect(invocation!.toolExecutionNotifications?.filter(({ level }) => level === 'error')).toHaveLength(3);
  expect(invocation!.toolConfigurationNotifications).toHaveLength(1);
  expect(run(nothingRead).invocations![0]!.executionSuccessful).toBe(false);
});

test('paths are relative references that no character of a name can turn into another', () => {
  const uri = results(hostile)[0]!.locations![0]!.physicalLocation!.artifactLocation!.uri!;
  expect(uri).not.toMatch(/[:<>"\s?#]/);
  expect(uri.endsWith('a%3Ab%20c%2520.yaml')).toBe(true);
  const prefixed = run(shop, { pathPrefix: 'infra' }).results![0]!.locations![0]!.physicalLocation!
    .artifactLocation!;
  expect(prefixed).toEqual({ uri: 'infra/terraform/environments/prod/main.tf', uriBaseId: '%SRCROOT%' });
});

describe('rules', () => {
  const catalogue = () => ({
    title: 'A title',
    why: `${'why '.repeat(400)}`,
    docsUrl: 'https://example.org/a b',
    severity: 'medium' as const,
  });

  test('take what the catalogue knows', () => {
    const [rule] = run(shop, { catalogue }).tool.driver.rules!;
    expect(rule).toMatchObject({
      id: 'contracts/database-reachable-from-internet',
      name: 'DatabaseReachableFromInternet',
      shortDescription: { text: 'A title' },
      defaultConfiguration: { level: 'warning' },
      properties: {
        'security-severity': '5.5',
        tags: ['security', 'pci-dss:1.3.1', 'soc2:CC6.6', 'checkov:CKV_AWS_17', 'trivy:AVD-AWS-0180'],
      },
    });
    expect(rule!.help!.markdown).toContain('(https://example.org/a%20b)');
  });

  test('stay within the lengths that GitHub cuts at', () => {
    for (const report of [shop, hostile])
      for (const rule of run(report, { catalogue }).tool.driver.rules!) {
        expect(rule.fullDescription!.text.length).toBeLessThanOrEqual(1024);
        expect(rule.name!.length).toBeLessThanOrEqual(255);
        expect((rule.properties!.tags ?? []).length).toBeLessThanOrEqual(20);
      }
  });

  test('only those of security have a score', () => {
    const scored = run(shop).tool.driver.rules!.filter(({ properties }) => properties!['security-severity']);
    expect(scored.map(({ properties }) => properties!.tags![0])).toEqual(['security', 'security']);
  });
});

test('more results than can be uploaded are cut, and that is said', () => {
  const { results: kept = [], invocations = [] } = run(large(25_100));
  expect(kept).toHaveLength(25_000);
  expect(invocations[0]!.toolExecutionNotifications!.map(({ message }) => message.text).join()).toContain(
    '100 results are left out',
  );
});
