import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Edit } from '../../model/edit.ts';
import type { Node, Path, Plain } from '../../model/node.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { applyEdits } from '../apply-edits.ts';

/** A value with the way in which a person wrote it. */
type Written =
  | { readonly is: 'scalar'; readonly value: Plain; readonly text: string }
  | { readonly is: 'map' | 'list'; readonly flow: boolean; readonly entries: readonly Entry[] };
interface Entry {
  readonly key: string;
  readonly value: Written;
  readonly above: boolean;
  readonly behind: boolean;
}

const scalars: readonly (readonly [Plain, string])[] = [
  [1, '1'],
  [true, 'true'],
  ['text', 'text'],
  ['with: colon', '"with: colon"'],
  ["it's", "'it''s'"],
  ['two words', 'two words'],
  ['no', '"no"'],
  [null, 'null'],
  [null, ''],
  ['', "''"],
];
const keys = ['a', 'b', 'name', 'spec', 'resources', 'x-y', '"quoted key"'];

const { value: written } = fc.letrec<{ value: Written; entry: Entry }>((tie) => ({
  entry: fc.record({
    key: fc.constantFrom(...keys),
    value: tie('value'),
    above: fc.boolean(),
    behind: fc.boolean(),
  }),
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...scalars).map(([value, text]): Written => ({ is: 'scalar', value, text })),
    fc.record({
      is: fc.constantFrom('map' as const, 'list' as const),
      flow: fc.boolean(),
      entries: fc.uniqueArray(tie('entry'), { selector: ({ key }) => key, maxLength: 4 }),
    }),
  ),
}));

const documentOf = fc.record({
  is: fc.constant('map' as const),
  flow: fc.constant(false),
  entries: fc.uniqueArray(
    fc.record({
      key: fc.constantFrom(...keys),
      value: written,
      above: fc.boolean(),
      behind: fc.boolean(),
    }),
    { selector: ({ key }) => key, minLength: 1, maxLength: 4 },
  ),
});

interface Layout {
  readonly indent: number;
  readonly dash: number;
}

let comments = 0;

function print(value: Written, column: number, layout: Layout): { behindKey: string; lines: string[] } {
  if (value.is === 'scalar') return { behindKey: value.text, lines: [] };
  if (value.flow || value.entries.length === 0) return { behindKey: flow(value), lines: [] };
  const lines: string[] = [];
  const pad = ' '.repeat(column);
  for (const { key, value: held, above, behind } of value.entries) {
    if (above) lines.push(`${pad}# above ${comments++}`);
    const note = behind ? ` # behind ${comments++}` : '';
    const inList = value.is === 'list';
    const below = inList ? column + 2 : column + (held.is === 'list' ? layout.dash : layout.indent);
    const printed = print(held, below, layout);
    const lead = inList ? '-' : `${key}:`;
    const [first, ...rest] = printed.lines;
    if (inList && first !== undefined && !first.trimStart().startsWith('#'))
      lines.push(`${pad}- ${first.trimStart()}`, ...rest);
    else
      lines.push(`${pad}${lead}${printed.behindKey ? ` ${printed.behindKey}` : ''}${note}`, ...printed.lines);
  }
  return { behindKey: '', lines };
}

function flow(value: Written): string {
  if (value.is === 'scalar') return value.text === '' ? 'null' : value.text;
  const entries = value.entries.map(({ key, value: held }) =>
    value.is === 'list' ? flow(held) : `${key}: ${flow(held)}`,
  );
  return value.is === 'list' ? `[${entries.join(', ')}]` : `{${entries.join(', ')}}`;
}

/** All ways to a node. */
function waysOf(node: Node, way: Path = []): Path[] {
  const plain = node.plain();
  if (typeof plain !== 'object' || plain === null) return [way];
  const names = Array.isArray(plain) ? [...plain.keys()] : Object.keys(plain);
  return [way, ...names.flatMap((name) => waysOf(node.peek(name)!, [...way, name]))];
}

type Draft = Record<string | number, unknown>;

/** What the data must become; written anew, so that it can disagree with what the fix engine expects itself. */
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
    for (const step of edit.path) {
      if (at[key] === null || at[key] === undefined) at[key] = typeof step === 'number' ? [] : {};
      at = at[key] as Draft;
      key = step;
    }
    at[key] = edit.value;
  }
  return holder['root'] as Plain;
}

const values: readonly Plain[] = ['v', 'no', 7, false, null, [], {}, ['p', { q: 1 }], { r: { s: 'a: b' } }];

it('an edit changes the data as it says, and no other line', () => {
  fc.assert(
    fc.property(
      documentOf,
      fc.record({ indent: fc.constantFrom(2, 4), dash: fc.constantFrom(0, 2) }),
      fc.nat(),
      fc.constantFrom('set', 'replace', 'remove'),
      fc.constantFrom(...values),
      fc.constantFrom('\n', '\r\n'),
      (document, layout, choice, op, value, newline) => {
        comments = 0;
        const text = `# head\n${print(document, 0, layout).lines.join('\n')}\n# foot\n`.replaceAll(
          '\n',
          newline,
        );
        const file = new SourceFile('a.yaml', text);
        const { documents, problems } = parseYaml(file);
        expect(problems).toEqual([]);
        const [root] = documents;
        const ways = waysOf(root!);
        const way = ways[choice % ways.length]!;
        const node = root!.peek(...way)!;
        const edit = editOf(op, node, value, way);
        if (!edit) return;
        const result = applyEdits(file, [edit]);
        if ('refused' in result) throw new Error(`${result.refused}\n${text}`);
        const after = parseYaml(new SourceFile('a.yaml', result.text));
        expect(after.problems).toEqual([]);
        expect(after.documents[0]!.plain()).toEqual(changed(root!.plain(), edit, way));
        expectOtherLinesKept(file, result.text, edit, edit.op === 'remove' ? parentRange(root!, way) : node);
      },
    ),
    { numRuns: 3000 },
  );
});

function editOf(op: string, node: Node, value: Plain, way: Path): Edit | undefined {
  const plain = node.plain();
  if (op === 'remove') return way.length > 0 ? { op, node } : undefined;
  if (op === 'replace') return way.length > 0 ? { op, node, value } : undefined;
  if (Array.isArray(plain)) return { op: 'set', in: node, path: [plain.length], value };
  if (typeof plain === 'object') return { op: 'set', in: node, path: ['new', 'below'], value };
  return undefined;
}

function parentRange(root: Node, way: Path): Node {
  const node = root.peek(...way)!;
  const parent = root.peek(...way.slice(0, -1))!;
  const held = parent.plain();
  return Object.keys(held as object).length === 1 ? parent : node;
}

/** Lines above and below the place are the same, and where something is only added, so are those of the place. */
function expectOtherLinesKept(file: SourceFile, after: string, edit: Edit, place: Node): void {
  const before = file.text.split('\n');
  const result = after.split('\n');
  const above = before.slice(0, file.lineAt(place.keyStart) - 1);
  const below = before.slice(file.lineAt(place.end));
  expect(result.slice(0, above.length)).toEqual(above);
  // behind a dash the next entry takes the place of one that is taken out
  const bare = (line: string) => (edit.op === 'remove' ? line.replace(/^[ -]+/, '') : line);
  expect(result.slice(result.length - below.length).map(bare)).toEqual(below.map(bare));
  if (edit.op !== 'set') return;
  const kept = new Set(result.map((line) => line.trim()));
  const lost = before.filter((line) => !kept.has(line.trim()));
  expect(lost.length, `${file.text}\n---\n${after}`).toBeLessThanOrEqual(1);
  for (const line of lost) expect(after).toContain(/#.*|$/.exec(line)![0].trim());
}
