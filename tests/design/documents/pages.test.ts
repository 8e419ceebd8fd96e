import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import { documents } from '../../../src/design/documents/target.ts';
import type { Files } from '../../../src/design/target.ts';
import { writeAll } from '../../../src/design/write-all.ts';
import { blueprints } from '../../support/blueprints.ts';
import { architectureOf, architectureOfExample, designExamples } from '../../support/design-example.ts';
import { isThere, linkedPaths, mermaidFaults, namedPaths } from './reading.ts';

/** Files that people make by what a page says. */
const made = /^docs\/incidents$|\.auto\.tfvars$|tfplan$/;

function pagesOf(files: Files): [string, string][] {
  return [...files].filter(([path]) => path.endsWith('.md'));
}

function expectSound(architecture: Architecture): void {
  const files = writeAll(architecture);
  for (const [page, text] of pagesOf(files)) {
    expect(
      linkedPaths(page, text).filter((path) => path !== '.' && !isThere(files, path)),
      `links of ${page}`,
    ).toEqual([]);
    expect(text, page).not.toMatch(/undefined|NaN|\[object|Infinity/);
    expect(mermaidFaults(text), `diagrams of ${page}`).toEqual([]);
  }
}

describe.each(designExamples)('the documents of %s', (name) => {
  const architecture = architectureOfExample(name);
  const files = writeAll(architecture);

  it('link to nothing that is not there, and draw what can be drawn', () => {
    expectSound(architecture);
    expect(files.get('docs/architecture.md')).toContain('```mermaid');
  });

  it('name no path that is not there, in text and commands', () => {
    for (const [page, text] of pagesOf(documents.write(architecture)))
      expect(
        namedPaths(text).filter((path) => !isThere(files, path) && !made.test(path)),
        page,
      ).toEqual([]);
  });
});

it('are sound for any valid blueprint', () => {
  fc.assert(
    fc.property(blueprints, (data) => expectSound(architectureOf(dump(data)))),
    { numRuns: 12 },
  );
});

describe('the reading of pages', () => {
  it('finds what is broken', () => {
    expect(linkedPaths('docs/a.md', '[x](../terraform/y) [z](https://a.example)')).toEqual(['terraform/y']);
    expect(namedPaths('`terraform -chdir=terraform/environments/a plan`, x/docs/y')).toEqual([
      'terraform/environments/a',
    ]);
    expect(mermaidFaults('```mermaid\nflowchart LR\n  a["b"]\n  a --> c\n```\n')).toHaveLength(1);
    expect(mermaidFaults('```mermaid\nflowchart LR\n  a[b]\n```\n')).toHaveLength(1);
    expect(mermaidFaults('```mermaid\nflowchart LR\n  subgraph g["x"]\n```\n')).toHaveLength(1);
  });
});
