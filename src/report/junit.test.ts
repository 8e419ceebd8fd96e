import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { expect, test } from 'vitest';
import { hostile } from '../../tests/report/hostile-sample.ts';
import { large } from '../../tests/report/large-sample.ts';
import { nothingRead, shop, sound } from '../../tests/report/samples.ts';
import { renderJunit } from './junit.ts';
import type { Report } from './report.ts';

/** The tags of a document, read by a strict parser that throws at the first offence against XML 1.0. */
function parse(xml: string): SaxesTagPlain[] {
  const tags: SaxesTagPlain[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => tags.push(tag));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return tags;
}
const named = (report: Report, name: string) => parse(renderJunit(report)).filter((tag) => tag.name === name);

test.each(Object.entries({ shop, sound, nothingRead, hostile, large: large(2000) }))(
  'is well-formed: %s',
  (_, report) => {
    const tags = parse(renderJunit(report));
    expect(tags.map(({ name }) => name)).not.toContain('evil');
    const [root] = tags;
    const counted = (name: string) => String(tags.filter((tag) => tag.name === name).length);
    expect(root!.attributes).toEqual({
      name: 'plinth',
      tests: counted('testcase'),
      failures: counted('failure'),
      errors: counted('error'),
      skipped: counted('skipped'),
    });
  },
);

test('has a suite for each dimension and one for what could not be analysed', () => {
  expect(named(shop, 'testsuite').map(({ attributes }) => attributes['name'])).toEqual([
    'Functionality',
    'Security',
    'Reliability',
    'Observability',
    'Cost',
    'IaC quality',
    'Disaster recovery',
    'Analysis',
  ]);
});

test('a check fails where it fails the run, and only there', () => {
  expect(named(shop, 'failure').map(({ attributes }) => attributes['type'])).toEqual([
    'high',
    'critical',
    'high',
  ]);
});

test('what was not assessed is skipped with its reason, and nothing read is an error', () => {
  const reasons = named(shop, 'skipped').map(({ attributes }) => attributes['message']);
  expect(reasons).toContain('not assessed: no metrics, logs or alerts are declared anywhere');
  expect(named(nothingRead, 'error')).toHaveLength(1);
});

test('names of cases differ within a suite, since GitLab shows one of those that do not', () => {
  const names = named(large(2000), 'testcase').map(
    ({ attributes }) => `${attributes['classname']} ${attributes['name']}`,
  );
  expect(new Set(names).size).toBe(names.length);
});
