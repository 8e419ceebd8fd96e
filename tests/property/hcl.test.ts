import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../src/syntax/hcl/parse-hcl.ts';
import type { Range, SyntaxTree } from '../../src/syntax/hcl/tree.ts';
import { printBody } from '../support/hcl-print.ts';
import { file } from '../support/hcl-trees.ts';

const noise = fc.array(
  fc.constantFrom(
    ' ',
    '\t',
    '  ',
    ' /* c */ ',
    ' /* c\n */\t',
    ' # c\n',
    ' \n',
    '\n\n  ',
    ' // c\r\n',
    ' \r\n',
  ),
  { minLength: 1, maxLength: 7 },
);

/** A tree without its ranges. */
function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => key !== 'start' && key !== 'end' && key !== 'open');
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]));
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

/** The nodes directly below a node, in the order of the text. */
function childrenOf(node: object): Range[] {
  const below = Object.values(node).flatMap((value: unknown) =>
    Array.isArray(value) ? (value as unknown[]) : [value],
  );
  return below.filter(isRange).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Sees that children lie within their parents, in order and without overlap. */
function expectNested(node: Range, text: string): void {
  let end = node.start;
  expect(node.start).toBeGreaterThanOrEqual(0);
  expect(node.end).toBeLessThanOrEqual(text.length);
  for (const child of childrenOf(node)) {
    if (child.start < end || child.end < child.start || child.end > node.end)
      throw new Error(
        `${JSON.stringify(child)} does not fit into ${JSON.stringify(node)} of ${JSON.stringify(text)}`,
      );
    end = child.end;
    expectNested(child, text);
  }
}

/** The nodes that are one token each, and the comments, in the order of the text. */
function leavesOf({ body, comments }: SyntaxTree): Range[] {
  const leaves: Range[] = [...comments()];
  const visit = (node: Range): void => {
    if (isToken(node)) leaves.push(node);
    childrenOf(node).forEach(visit);
  };
  visit(body);
  return leaves.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether a node is a text, a label, a literal or a name; the marker of a splat is several tokens: `[ * ]`. */
function isToken(node: Range): boolean {
  if ('text' in node) return true;
  return (
    'kind' in node &&
    (node.kind === 'literal' || (node.kind === 'variable' && 'name' in node && node.name !== '*'))
  );
}

describe('HCL that is written from a tree', () => {
  it('reads back to the same tree, whatever blanks and comments stand in it', () => {
    fc.assert(
      fc.property(file, noise, (body, blanks) => {
        const { body: read, errors } = parseHcl(printBody(body, blanks));
        expect(errors).toEqual([]);
        expect(bare(read)).toEqual(bare(body));
      }),
      { numRuns: 250 },
    );
  });

  it('has every offset in exactly one token, comment or gap', () => {
    fc.assert(
      fc.property(file, noise, (body, blanks) => {
        const text = printBody(body, blanks);
        const tree = parseHcl(text);
        expectNested(tree.body, text);
        let end = 0;
        for (const leaf of leavesOf(tree)) {
          expect(leaf.start).toBeGreaterThanOrEqual(end);
          // what is not in the tree is punctuation, keywords and names that their parents hold: never a comment
          expect(text.slice(end, leaf.start)).not.toMatch(/ c$|#|\/\*/m);
          end = leaf.end;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('covers the inside of every quoted string with its parts', () => {
    fc.assert(
      fc.property(file, (body) => {
        const text = printBody(body);
        const visit = (node: Range): void => {
          const children = childrenOf(node);
          if ('kind' in node && node.kind === 'template' && text[node.start] === '"') {
            let at = node.start + 1;
            for (const part of children) {
              expect(part.start).toBe(at);
              at = part.end;
            }
            expect(at).toBe(node.end - 1);
          }
          children.forEach(visit);
        };
        visit(parseHcl(text).body);
      }),
      { numRuns: 300 },
    );
  });
});

const example = resolve(import.meta.dirname, '../../examples/online-store');
const realFiles = readdirSync(example, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(tf|tfvars)$/.test(path))
  .map((path) => readFileSync(join(example, path), 'utf8'));

describe('HCL that is broken at random', () => {
  const wedges = [
    '"',
    '${',
    '%{',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<<EOT\n',
    '<<-E\n',
    '\n',
    '=',
    '/*',
    '#',
    '\\',
    '\r',
    ',',
    '.',
    '$',
    '\u0000',
    '\ufeff',
    'é',
    '\ud800',
    ' ',
  ];

  it.each([11, 12, 13, 14])('never throws and keeps ranges nested (seed %i)', (seed) => {
    const random = mulberry(seed);
    const below = (limit: number): number => Math.floor(random() * limit);
    for (let round = 0; round < 200; round++) {
      let text = realFiles[below(realFiles.length)]!;
      for (let change = below(4); change >= 0; change--) {
        const at = below(text.length + 1);
        const cut = random() < 0.5 ? below(3) : random() < 0.1 ? below(200) : 0;
        text =
          text.slice(0, at) + (random() < 0.7 ? wedges[below(wedges.length)]! : '') + text.slice(at + cut);
      }
      const tree = parseHcl(text);
      expectNested(tree.body, text);
      tree.comments().reduce((end, comment) => {
        expect(comment.start).toBeGreaterThanOrEqual(end);
        return comment.end;
      }, 0);
      for (const { start, end, message } of tree.errors) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(message).toMatch(/\.$/);
      }
    }
  });

  it('loses one block at most where one character is taken out', () => {
    const random = mulberry(15);
    let worst = 0;
    for (const text of realFiles) {
      const whole = parseHcl(text).body.items.length;
      for (let round = 0; round < 40; round++) {
        const at = Math.floor(random() * text.length);
        const left = parseHcl(text.slice(0, at) + text.slice(at + 1)).body.items.length;
        worst = Math.max(worst, whole - left);
      }
    }
    expect(worst).toBeLessThanOrEqual(1);
  });
});

describe('reading takes time in proportion to the text', () => {
  const hostile: readonly (readonly [what: string, text: (size: number) => string])[] = [
    ['brackets', (n) => `a = ${'['.repeat(n)}`],
    ['blocks', (n) => 'a {\n'.repeat(n / 4)],
    ['unclosed strings', (n) => 'a = "x\n'.repeat(n / 7)],
    ['unclosed heredocs', (n) => Array.from({ length: n / 12 }, (_, at) => `a = <<E${at}\n`).join('')],
    ['broken heredocs', (n) => 'a = <<X\n${=}\n'.repeat(n / 13)],
    ['heredocs that a comment swallows', (n) => `${'a = <<X\n${/*\n'.repeat(n / 13)}X\n*/1}\n`],
    ['unclosed comments', (n) => '/*\n'.repeat(n / 3)],
    ['unclosed objects', (n) => `${'a = {\n'.repeat(240)}${'  b = 1\n'.repeat(n / 8)}`],
    ['unclosed interpolations', (n) => 'a = "${\n'.repeat(n / 8)],
    ['blocks on one line', (n) => 'a {} '.repeat(n / 5)],
    ['braces too many', (n) => '}\n'.repeat(n / 2)],
    ['dollars', (n) => `a = "${'$'.repeat(n)}"`],
    [
      'indented blocks',
      (n) =>
        Array.from({ length: 249 }, (_, at) => `${' '.repeat(at)}a {\n`).join('') + 'b = 1\n'.repeat(n / 6),
    ],
  ];

  it.each(hostile)('of %s', (_, make) => {
    const small = make(20_000);
    const large = make(1_280_000);
    const time = (text: string): number => {
      const start = performance.now();
      parseHcl(text);
      return performance.now() - start;
    };
    const base = Math.min(...Array.from({ length: 5 }, () => time(small)));
    // 64 times the text, ten times as much for a busy machine; quadratic would be 4096 times
    expect(time(large)).toBeLessThan(Math.max(base, 0.1) * 640);
  });
});

/** A small generator of random numbers, the same on every machine. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
