import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { hostile } from '../../../tests/report/hostile-sample.ts';
import { large } from '../../../tests/report/large-sample.ts';
import { nothingRead, shop, sound } from '../../../tests/report/samples.ts';
import type { RenderOptions } from '../options.ts';
import type { Report } from '../report.ts';
import { code, inHtml, plain, prose } from './escape.ts';
import { renderMarkdown } from './markdown.ts';

const options: RenderOptions = { colour: false, width: 80, quiet: false, verbose: false };
const render = (report: Report, more: Partial<RenderOptions> = {}) =>
  renderMarkdown(report, { ...options, ...more });
const markdown = new MarkdownIt({ html: true });

test('a comment of any report is short enough for GitHub, in characters and in bytes', () => {
  for (const report of [shop, sound, nothingRead, hostile, large(2000), large(20_000)])
    expect(Buffer.byteLength(render(report))).toBeLessThanOrEqual(64_000);
});

test('what has no room is told in lines, and then in numbers', () => {
  const text = render(large(2000));
  expect(text.match(/<details>/g)!.length).toBeGreaterThan(20);
  expect(text).toMatch(/^- \*\*\w+\*\*: Generated defect/m);
  expect(text).toMatch(/^- and \d+ more checks with [\d,]+ findings: `plinth verify --verbose`$/m);
  expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)!.length);
});

test('can be found again by the pipeline that wrote it', () => {
  expect(render(shop).startsWith('<!-- plinth-report -->\n')).toBe(true);
});

test('says the outcome in a box that says how bad it is', () => {
  expect(render(shop)).toContain('> [!CAUTION]\n> **11 of 16 findings are high or worse');
  expect(render(sound)).toContain('> [!TIP]');
  expect(render(nothingRead)).toContain('> [!WARNING]\n> **This is not a pass');
});

test('links places where the code host is known', () => {
  expect(render(shop, { sourceUrl: 'https://github.com/o/r/blob/1f3c', pathPrefix: 'infra' })).toContain(
    '[`infra/kubernetes/base/api.yaml:24`](<https://github.com/o/r/blob/1f3c/infra/kubernetes/base/api.yaml#L24>)',
  );
});

test('a hostile repository gets no markup of its own into the comment', () => {
  const html = markdown.render(render(hostile));
  const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag));
  const own = [
    'details',
    'summary',
    'b',
    'p',
    'code',
    'ul',
    'li',
    'h2',
    'h3',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'strong',
    'blockquote',
    'sub',
    'br',
  ];
  expect([...tags].filter((tag) => !own.includes(tag!))).toEqual([]);
  expect(render(hostile).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('no text mentions a person or refers to an issue outside of code', () => {
  const html = markdown.render(render(hostile));
  const text = html.replace(/<code>[\s\S]*?<\/code>/g, '');
  expect(text).not.toMatch(/@\w|[^&]#\d/);
});

test.each([
  ['*a* _b_ [c](d) <e> & `f', '*a* _b_ [c](d) &lt;e&gt; &amp; `f'],
  ['# no heading', '# no heading'],
  ['- no list', '- no list'],
  ['1. no list', '1. no list'],
  ['a | b ~~c~~ $d$', 'a | b ~~c~~ $d$'],
])('plain(%s) shows just that', (text, shown) => {
  expect(markdown.render(plain(text)).trim()).toBe(`<p>${shown}</p>`);
});

test.each([
  ['a`b', 'a`b'],
  ['`', '`'],
  ['``x``', '``x``'],
  [' x ', ' x '],
])('code(%s) shows just that', (text, shown) => {
  expect(markdown.render(code(text)).trim()).toBe(`<p><code>${shown}</code></p>`);
});

test('what stands in backticks stays code', () => {
  expect(prose('Set `a_b: true` in *x*.')).toBe('Set `a_b: true` in \\*x\\*.');
});

test('entities stay whole where people are not to be mentioned', () => {
  expect(inHtml("it's @me, #12 & <b>")).toBe('it&#39;s @<!-- -->me, #<!-- -->12 &amp; &lt;b&gt;');
});
