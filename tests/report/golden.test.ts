import { expect, test } from 'vitest';
import { type Format, formats } from '../../src/report/formats.ts';
import type { RenderOptions } from '../../src/report/options.ts';
import { nothingRead, shop, sound } from './samples.ts';

/** What each format makes of the hand-made reports, kept to be read. `npx vitest run tests/report -u` writes them anew. */
const plain: RenderOptions = { colour: false, width: 80, quiet: false, verbose: false };
const endings: Readonly<Record<Format, string>> = {
  text: 'txt',
  json: 'json',
  sarif: 'sarif',
  junit: 'xml',
  markdown: 'md',
  html: 'html',
  github: 'github.txt',
  gitlab: 'gitlab.json',
};

// the page is mostly its style sheet and script: once is enough
for (const [name, report] of Object.entries({ shop, sound, 'nothing-read': nothingRead }))
  test.each(Object.entries(endings).filter(([format]) => format !== 'html' || report === shop))(
    `${name} as %s`,
    async (format, ending) => {
      const render = await formats[format as Format]();
      await expect(render(report, plain)).toMatchFileSnapshot(`../golden/report/${name}.${ending}`);
    },
  );

test.each([
  ['in 120 columns', { width: 120 }, 'shop.120.txt'],
  ['with every place', { verbose: true }, 'shop.verbose.txt'],
  ['with only what fails', { quiet: true }, 'shop.quiet.txt'],
  ['in colour', { colour: true }, 'shop.colour.txt'],
] as const)('shop as text %s', async (_, options, file) => {
  const render = await formats.text();
  await expect(render(shop, { ...plain, ...options })).toMatchFileSnapshot(`../golden/report/${file}`);
});
