import fc from 'fast-check';
import { dump, loadAll } from 'js-yaml';
import { expect, test } from 'vitest';
import { Mapping } from '../../model/mapping.ts';
import type { Node, Plain } from '../../model/node.ts';
import { SourceFile } from '../../model/source-file.ts';
import { Problems, Unreadable } from './document.ts';
import { parseFully } from './full-parser.ts';
import { parseYaml } from './parse-yaml.ts';
import { splitDocuments } from './split.ts';

const manifests = [
  `# a web server
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # the name
  labels: {app: web, "tier": 'front'}
spec:
  replicas: 3
  template:
    spec:
      containers:
      - name: web
        image: "nginx:1.27"
        args: ["--port", '80', -v]
        command:
          - sh
          - -c
          - |
            exec server \\
              --config /etc/web

            # not reached
        env:
        -   name: GREETING
            value: "two
              lines \\u263a"
        - name: EMPTY
          value:
        resources:
          limits: {cpu: 500m, memory: 1Gi}
`,
  `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data:
  folded: >-
    one
    two

      more
    three
  kept: |+
    x


  plain: it goes on
    for two lines
  'it''s': yes
---
apiVersion: v1
kind: List
items: []
---
# nothing
`,
  `%YAML 1.2
---
base: &base
  a: 1
  list: &list [1, 2.5, ~]
derived:
  <<: *base
  b: !!str 2
  other: *list
? complex
: - - nested
  - ? key
...
`,
];

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    'yes',
    '0x1F',
    '1e3',
    '- a',
    'a: b',
    'a #b',
    '# c',
    '---',
    '...',
    '{',
    '[]',
    '|',
    '%',
    '~',
    "'",
  ),
  fc.stringMatching(/^[a-z ]*(\n? +[a-z:#"'-]*)*\n*$/),
);
const { value } = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9.-]*$/), text), tie('value'), {
      maxKeys: 5,
    }),
  ),
}));
const style = fc.record({
  indent: fc.integer({ min: 2, max: 5 }),
  seqNoIndent: fc.boolean(),
  seqInlineFirst: fc.boolean(),
  flowLevel: fc.constantFrom(-1, 0, 1, 2),
  lineWidth: fc.constantFrom(-1, 20, 80),
  quoteStyle: fc.constantFrom('single' as const, 'double' as const),
  forceQuotes: fc.boolean(),
});

test('what js-yaml writes is read back, the same in both schemas, by both parsers', () => {
  fc.assert(
    fc.property(value, style, (original, options) => {
      const written = dump(original, options);
      fc.pre(Buffer.from(written).toString() === written);
      // what js-yaml itself does not read back is its own
      const expected = attempt(() => loadAll(written));
      fc.pre(expected !== undefined);
      expect(read(written, 'core')).toEqual(expected);
      expect(read(written, 'kubernetes')).toEqual(expected);
      agree(written);
      nest(written);
    }),
    { numRuns: 1500 },
  );
});

const piece = fc.oneof(
  fc.constantFrom(...'-?:,[]{}#&*!|>\'"%@`\t\n\r \\<~'),
  fc.constantFrom(
    '\n  ',
    ': ',
    '- ',
    ' #',
    '---\n',
    '...\n',
    '<<: ',
    '&a ',
    '*a ',
    '!t ',
    '"\n',
    "''",
    '|2\n',
    '\r\n',
    '\u00e9',
  ),
);
const mutation = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 })),
  insert: fc.array(piece, { maxLength: 3 }),
});

test('both parsers read damaged manifests alike, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...manifests),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      (manifest, changes) => {
        const damaged = changes.reduce((before, { at, remove, insert }) => {
          const start = at % before.length;
          return before.slice(0, start) + insert.join('') + before.slice(start + remove);
        }, manifest);
        agree(damaged);
        nest(damaged);
      },
    ),
    { numRuns: 2000 },
  );
});

test('the manifests themselves', () => {
  for (const manifest of manifests) {
    expect(parseYaml(new SourceFile('a.yaml', manifest)).problems).toEqual([]);
    agree(manifest);
    nest(manifest);
  }
});

/** What the full parser reads, the quick one reads the same; alone it only reads lines without indentation. */
function agree(source: string): void {
  for (const { start, end } of splitDocuments(source)) {
    const part = new SourceFile('part.yaml', source.slice(start, end));
    const { documents, problems } = parseYaml(part, 'core');
    const full = attempt(() => parseFully(part, 0, part.text.length, 'core', new Problems(part)));
    if (full) expect(documents.map(placed)).toEqual(full.map(placed));
    else if (problems.every(({ kind }) => kind === 'invalid')) expect(part.text).toMatch(/["'[{].*\n/s);
  }
}

/** Ranges nest and keep their order, and a scalar's text says what the scalar is. */
function nest(source: string): void {
  const { documents } = parseYaml(new SourceFile('a.yaml', source), 'core');
  for (const document of documents) check(document, 0, source.length);

  function check(node: Node, from: number, to: number): void {
    expect(node.keyStart).toBeGreaterThanOrEqual(from);
    expect(node.start).toBeGreaterThanOrEqual(node.keyStart);
    expect(node.end).toBeGreaterThanOrEqual(node.start);
    expect(node.end).toBeLessThanOrEqual(to);
    const written = source.slice(node.start, node.end);
    if (written.startsWith('*')) return;
    const children = childrenOf(node);
    if (!children) {
      if (from > 0) expectSame(written, node);
      return;
    }
    let last = node.start;
    for (const child of children) {
      if (child.keyStart < node.start || child.end > node.end) continue;
      check(child, last, node.end);
      last = child.end;
    }
  }

  function expectSame(written: string, node: Node): void {
    const before = source.slice(node.keyStart, node.start);
    // tags, indicators of indentation and what is kept at the end need their surroundings
    if (/[!&]/.test(before) || /^[|>]-?[+0-9]/.test(written) || written === '') return;
    expect(read(`- ${written}\n`, 'core')).toEqual([[node.content]]);
  }
}

function childrenOf({ content }: Node): readonly Node[] | undefined {
  if (content instanceof Mapping)
    return [...content.nodes].sort((a, b) => a.keyStart - b.keyStart || a.start - b.start);
  return Array.isArray(content) ? content : undefined;
}

function placed(node: Node): unknown {
  const { content, keyStart, start, end } = node;
  const below =
    content instanceof Mapping
      ? content.keys.map((key, at) => [key, placed(content.nodes[at]!)])
      : Array.isArray(content)
        ? content.map(placed)
        : content;
  return [keyStart, start, end, below];
}

function read(source: string, schema: 'core' | 'kubernetes'): Plain[] {
  const { documents, problems } = parseYaml(new SourceFile('a.yaml', source), schema);
  expect(problems).toEqual([]);
  return documents.map((node) => node.plain());
}

function attempt<Result>(parse: () => Result): Result | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Unreadable || (error instanceof Error && error.name === 'YAMLException'))
      return undefined;
    throw error;
  }
}
