import { describe, expect, test } from 'vitest';
import { hostile } from '../../../tests/report/hostile-sample.ts';
import { large } from '../../../tests/report/large-sample.ts';
import { finding, reportOf } from '../../../tests/report/report-of.ts';
import { nothingRead, shop, sound } from '../../../tests/report/samples.ts';
import type { RenderOptions } from '../options.ts';
import type { Report } from '../report.ts';
import { renderText } from './text.ts';

const plain: RenderOptions = { colour: false, width: 80, quiet: false, verbose: false };
const render = (report: Report, options: Partial<RenderOptions> = {}) =>
  renderText(report, { ...plain, ...options });
const many = large(2000);

test('a cause in forty places is one entry with a few of them', () => {
  const text = render(
    reportOf({
      coverage: { resources: { Deployment: 40 } },
      findings: Array.from({ length: 40 }, (_, index) =>
        finding({
          check: 'kubernetes/probe-missing',
          title: 'No probe',
          dimension: 'reliability',
          severity: 'high',
          message: 'No probe.',
          file: `${index}.yaml`,
        }),
      ),
    }),
  );
  expect(text.match(/No probe\./g)).toHaveLength(1);
  expect(text.match(/\d+\.yaml:1/g)).toHaveLength(4);
  expect(text).toContain('and 36 more in 36 files (--verbose)');
});

test.each([40, 80, 100, 120, 200])('no line is wider than %i columns, unless a single word is', (width) => {
  for (const report of [shop, nothingRead, sound, many])
    for (const line of render(report, { width: Math.max(80, width) }).split('\n'))
      if (line.trim().includes(' '))
        expect(line.length, line).toBeLessThanOrEqual(Math.max(80, Math.min(width, 120)));
  expect(() => render(shop, { width })).not.toThrow();
});

test('colour adds styles and nothing else', () => {
  for (const report of [shop, nothingRead, sound, hostile])
    expect(render(report, { colour: true }).replace(/\u001b\[[0-9;]*m/g, '')).toBe(render(report));
});

test('thousands of findings stay short, say what is left out, and end with the outcome', () => {
  const text = render(many);
  expect(text.split('\n').length).toBeLessThan(350);
  expect(text).toMatch(/more checks, \d+ findings/);
  expect(text).toContain('--verbose');
  expect(text.split('\n').slice(-8).join('\n')).toContain('FAIL');
});

test('verbose leaves no place out', () => {
  const text = render(many, { verbose: true });
  expect(text.match(/^ {4}deploy\/\S+:\d+/gm)).toHaveLength(2000);
  expect(text).not.toContain('(--verbose)');
});

test('quiet shows what fails the run and the outcome', () => {
  const text = render(shop, { quiet: true });
  expect(text).toContain('critical: ');
  expect(text).not.toMatch(/^(medium|low|info): /m);
  expect(text).not.toContain('Dimension ');
  expect(render(sound, { quiet: true })).toMatch(/^PASS {2}No findings/);
});

describe('an outcome is honest', () => {
  test('nothing read is no pass', () => {
    const text = render(nothingRead);
    expect(text).toContain('NOTHING READ');
    expect(text).toContain('This is not a pass');
    expect(text).not.toMatch(/^PASS/m);
  });

  test('a pass names what was not judged', () => {
    expect(render(sound)).toContain('No findings in what could be judged');
    expect(render(sound)).toContain('2 of 7 dimensions not assessed');
  });

  test('a dimension of which nothing could be decided is neither passed nor failed', () => {
    const undecided = reportOf({ coverage: { resources: { a: 1 } }, examined: { security: [3, 3] } });
    expect(render(undecided)).toMatch(/^Security +undecided +3 +- +3 /m);
    expect(render(undecided)).toContain('6 of 7 dimensions not assessed, 3 undecided');
  });

  test('findings in the baseline are named apart', () => {
    const text = render(shop);
    expect(text).toContain('In the baseline: 1 finding');
    expect(text).not.toContain('info: Variable without a description');
  });
});

test('paths get the prefix that makes them open from where the reader stands', () => {
  expect(render(shop, { pathPrefix: 'examples/shop' })).toContain(
    '    examples/shop/kubernetes/base/cart.yaml:25 ',
  );
});

test('nothing from a repository reaches the terminal raw, or commands the runner', () => {
  for (const verbose of [false, true]) {
    const text = render(hostile, { verbose });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028]/u);
    expect(text).not.toMatch(/^\s*::\w+.*::/m);
    expect(text).not.toContain('##[');
  }
});

test('a line that only wrapping lets begin with two colons is no command', () => {
  const message = `${'word '.repeat(15)} ::error::owned and ::/0 stays`;
  const text = render(
    reportOf({
      coverage: { resources: { a: 1 } },
      findings: [finding({ check: 'a', title: 'A', dimension: 'cost', severity: 'low', message })],
    }),
  );
  expect(text).toContain('\n  : :error::owned and ::/0 stays');
});
