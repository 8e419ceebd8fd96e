import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import type { Edit } from '../../model/edit.ts';
import type { Node, Path, Plain } from '../../model/node.ts';
import { applyEdits } from '../apply-edits.ts';

const names = ['a', 'bb', 'name', 'size_in_gib', 'kms_key_id'] as const;
const values = [
  '1',
  '"text"',
  'true',
  'null',
  '[1, 2]',
  '{ x = 1, "y z" = 2 }',
  '[\n1, # one\n2\n]',
  '{\nx = 1 # one\nlonger = [2] # two\n}',
  '{}',
  '<<-EOT\n  a = 1\nEOT',
  'cidrsubnet("10.0.0.0/8", 8, 1)',
  '(true\n? 1\n: 2)',
] as const;

const argument = fc
  .tuple(fc.constantFrom(...values), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([value, above, behind, blank]) => (name: string) => {
    const comment = behind && !value.startsWith('<<') ? ' # behind' : '';
    return `${blank ? '\n' : ''}${above ? '# above\n' : ''}${name} = ${value}${comment}\n`;
  });

const block = fc.record({
  arguments: fc.uniqueArray(fc.tuple(fc.constantFrom(...names), argument), {
    selector: ([name]) => name,
    maxLength: 5,
  }),
  blocks: fc.array(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...names), argument), {
      selector: ([name]) => name,
      maxLength: 3,
    }),
    { maxLength: 2 },
  ),
});

function print({ arguments: own, blocks }: typeof block extends fc.Arbitrary<infer T> ? T : never): string {
  const lines = (list: typeof own) => list.map(([name, text]) => text(name)).join('');
  const nested = blocks.map((inner, at) => `\nnested_${at} {\n${lines(inner)}}\n`).join('');
  return `resource "aws_x" "a" {\n${lines(own)}${nested}}\n`;
}

/** Random blocks, laid out by `terraform fmt`. */
function formatted(texts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fix-'));
  try {
    texts.forEach((text, at) => {
      writeFileSync(join(folder, `${at}.tf`), text);
    });
    spawnSync('terraform', ['fmt', folder]);
    return texts.map((_, at) => readFileSync(join(folder, `${at}.tf`), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hasTerraform = spawnSync('terraform', ['version']).status === 0;

interface Case {
  readonly op: string;
  readonly choice: number;
  readonly value: Plain;
}

async function bodyOf(text: string): Promise<Node> {
  const { graph } = await readFiles({ 'main.tf': text });
  return graph.resources.find(({ address }) => address === 'aws_x.a')!.body;
}

/** All ways into a body, its lists of nested blocks included. */
function waysOf(node: Node, way: Path = []): Path[] {
  const plain = node.plain();
  if (typeof plain !== 'object' || plain === null) return [way];
  const keys = Array.isArray(plain) ? [...plain.keys()] : Object.keys(plain);
  return [way, ...keys.flatMap((key) => waysOf(node.peek(key)!, [...way, key]))];
}

function editOf(body: Node, { op, choice, value }: Case): { edit: Edit; way: Path } | undefined {
  const ways = waysOf(body);
  const way = ways[choice % ways.length]!;
  const node = body.peek(...way)!;
  const plain = node.plain();
  const isBlocks = String(way.at(-1)).startsWith('nested_');
  if (op === 'remove' || op === 'replace') {
    if (way.length === 0 || (op === 'replace' && (isBlocks || String(way.at(-2)).startsWith('nested_'))))
      return undefined;
    return { way, edit: op === 'remove' ? { op, node } : { op, node, value } };
  }
  if (isBlocks || typeof plain !== 'object' || plain === null) return undefined;
  const path = Array.isArray(plain) ? [plain.length] : op === 'set' ? ['fresh'] : ['fresh', 'inner'];
  return { way, edit: { op: 'set', in: node, path, value } };
}

type Draft = Record<string | number, unknown>;

/** What the data must become. A nested block is a list of one. */
function changed(data: Plain, edit: Edit, way: Path): Plain {
  const holder = { root: structuredClone(data) } as Draft;
  let at = holder;
  let key: string | number = 'root';
  for (const step of way) {
    at = at[key] as Draft;
    key = step;
  }
  if (edit.op === 'remove') {
    if (Array.isArray(at)) at.splice(Number(key), 1);
    else delete at[key];
  } else if (edit.op === 'replace') at[key] = edit.value;
  else if (edit.op === 'set') {
    const target = at[key] as Draft;
    const inBlock = way.length === 0 || String(way.at(-2)).startsWith('nested_');
    const [first, inner] = edit.path;
    target[first!] =
      inner === undefined ? edit.value : inBlock ? [{ [inner]: edit.value }] : { [inner]: edit.value };
  }
  return withoutEmptyBlocks(holder['root'] as { [key: string]: Plain });
}

/** A list whose last block was taken out is not there any more. */
function withoutEmptyBlocks(body: { [key: string]: Plain }): Plain {
  return Object.fromEntries(
    Object.entries(body).filter(
      ([key, held]) => !(key.startsWith('nested_') && Array.isArray(held) && held.length === 0),
    ),
  );
}

const cases = fc.record({
  op: fc.constantFrom('set', 'set-nested', 'replace', 'remove'),
  choice: fc.nat(),
  value: fc.constantFrom<Plain>(7, 'te"xt ${x}', false, null, [], {}, [1, 'b'], {
    r: { s: 1 },
    'long key': [2],
  }),
});

describe('edits of random blocks', () => {
  it.skipIf(!hasTerraform)(
    'change the data as they say, and `terraform fmt` has nothing to add (needs terraform on PATH)',
    async () => {
      const samples = fc.sample(fc.tuple(block, cases), { numRuns: 600 });
      const texts = formatted(samples.map(([one]) => print(one)));
      const edited: { before: string; after: string }[] = [];
      for (const [at, before] of texts.entries()) {
        const body = await bodyOf(before);
        const made = editOf(body, samples[at]![1]);
        if (!made) continue;
        const result = applyEdits(body.file, [made.edit]);
        if ('refused' in result) {
          expect(result.refused, before).toMatch(/computed/);
          continue;
        }
        const after = result.text;
        const about = `${JSON.stringify({ ...samples[at]![1], way: made.way })}\n${before}\n---\n${after}`;
        expect((await bodyOf(after)).plain(), about).toEqual(changed(body.plain(), made.edit, made.way));
        edited.push({ before, after });
      }
      expect(edited.length).toBeGreaterThan(300);
      const again = formatted(edited.map(({ after }) => after));
      again.forEach((text, at) => {
        expect(edited[at]!.after, edited[at]!.before).toBe(text);
      });
    },
  );
});
