import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { evil, hostile } from '../../../tests/report/hostile-sample.ts';
import { large } from '../../../tests/report/large-sample.ts';
import { nothingRead, shop, sound } from '../../../tests/report/samples.ts';
import type { RenderOptions } from '../options.ts';
import type { Report } from '../report.ts';
import { renderHtml } from './html.ts';

type Element = DefaultTreeAdapterTypes.Element;

const options: RenderOptions = { colour: false, width: 80, quiet: false, verbose: false };
const catalogue = () => ({ title: evil, why: evil, docsUrl: 'javascript:alert(1)' });

/** All elements of a page, read as a browser reads it; throws at the first error of syntax. */
function elements(page: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(
    parse(page, {
      sourceCodeLocationInfo: true,
      onParseError: (error) => {
        throw new Error(`${error.code} in line ${error.startLine}`);
      },
    }),
  );
  return found;
}
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const named = (report: Report, name: string, more: Partial<RenderOptions> = {}) =>
  elements(renderHtml(report, { ...options, ...more })).filter(({ tagName }) => tagName === name);

test.each(Object.entries({ shop, sound, nothingRead, hostile, large: large(2000) }))(
  'is HTML without an error: %s',
  (_, report) => {
    expect(elements(renderHtml(report, options)).length).toBeGreaterThan(50);
  },
);

test('needs nothing from elsewhere', () => {
  for (const element of elements(renderHtml(shop, options))) {
    expect(['link', 'img', 'iframe', 'object', 'base']).not.toContain(element.tagName);
    expect(attribute(element, 'src')).toBeUndefined();
  }
  expect(renderHtml(shop, options)).not.toMatch(/url\(|@import/);
});

describe('of a hostile repository', () => {
  const page = renderHtml(hostile, { ...options, catalogue, sourceUrl: 'https://example.org/tree' });

  test('nothing becomes an element or an attribute', () => {
    for (const { tagName, attrs } of elements(page)) {
      expect(['evil', 'img', 'failure']).not.toContain(tagName);
      for (const { name } of attrs) expect(name).not.toMatch(/^on/);
    }
    expect(elements(page).filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    expect(elements(page).filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
  });

  test('no link leads anywhere but to the code host', () => {
    const links = elements(page).filter(({ tagName }) => tagName === 'a');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links)
      expect(attribute(link, 'href')).toMatch(/^https:\/\/example\.org\/tree\/[^\s"<>?]*#L\d+$/);
    expect(named(hostile, 'a', { sourceUrl: 'javascript:alert(1)//' })).toEqual([]);
  });

  test('no control character is left', () => {
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028]/u);
  });
});

test('the policy allows the script of the page and no other', () => {
  const page = renderHtml(shop, options);
  const script = /<script>([\s\S]*?)<\/script>/.exec(page)![1]!;
  const hash = createHash('sha256').update(script).digest('base64');
  expect(page).toContain(`script-src &#39;sha256-${hash}&#39;`);
  expect(() => new Function(script)).not.toThrow();
});

test('has a card for each dimension, a row for each place, and labels for what can be operated', () => {
  const page = elements(renderHtml(shop, options));
  expect(
    page.filter(
      ({ tagName, parentNode }) => tagName === 'li' && attribute(parentNode as Element, 'class') === 'cards',
    ),
  ).toHaveLength(7);
  expect(
    page.filter((one) => one.tagName === 'details' && attribute(one, 'class')?.startsWith('group')),
  ).toHaveLength(6);
  const ids = new Set(page.map((one) => attribute(one, 'id')).filter(Boolean));
  for (const label of page.filter(({ tagName }) => tagName === 'label')) {
    const target = attribute(label, 'for');
    if (target) expect(ids).toContain(target);
  }
  for (const section of page.filter(({ tagName }) => tagName === 'section'))
    expect(ids).toContain(attribute(section, 'aria-labelledby'));
});

test('five thousand findings stay a page that can be sent', () => {
  const page = renderHtml(large(5000), options);
  expect(page.length).toBeLessThan(3_000_000);
  expect(page.match(/<tr><td><span class="path">deploy/g)?.length).toBeGreaterThanOrEqual(5000);
});

test('nothing read does not look like a pass', () => {
  const page = renderHtml(nothingRead, options);
  expect(page).toContain('This is not a pass');
  expect(page).not.toContain('>Passed<');
});
