import { describe, expect, it } from 'vitest';
import type { Edit } from '../../model/edit.ts';
import type { Node, Path, Plain } from '../../model/node.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { applyEdits } from '../apply-edits.ts';

type Step = (document: Node) => Edit;
const at = (document: Node, path: Path) => document.peek(...path)!;
const set =
  (path: Path, value: Plain, start: Path = []): Step =>
  (document) => ({ op: 'set', in: at(document, start), path, value });
const replace =
  (path: Path, value: Plain): Step =>
  (document) => ({ op: 'replace', node: at(document, path), value });
const remove =
  (...path: Path): Step =>
  (document) => ({ op: 'remove', node: at(document, path) });

function edit(text: string, ...steps: Step[]): string {
  const file = new SourceFile(text.startsWith('{') && text.includes('"') ? 'a.json' : 'a.yaml', text);
  const [document] = parseYaml(file).documents;
  const result = applyEdits(
    file,
    steps.map((step) => step(document!)),
  );
  return 'text' in result ? result.text : `refused: ${result.refused}`;
}

const pod = `# a pod
spec:
  containers:
    - name: a   # the first
      image: "nginx"
      # how much it gets
      resources:
        limits: {cpu: 1}  # enough

    - name: b
      image: nginx
      securityContext:
  # the end
`;
const first = ['spec', 'containers', 0] as const;
const second = ['spec', 'containers', 1] as const;

describe('set', () => {
  it.each<[string, Step[], (text: string) => string]>([
    [
      'adds a key behind the last, indented as its siblings',
      [set(['imagePullPolicy'], 'Always', first)],
      (text) => text.replace('# enough\n', '# enough\n      imagePullPolicy: Always\n'),
    ],
    [
      'makes the parents that are missing, once for all edits',
      [
        set(['securityContext', 'runAsNonRoot'], true, first),
        set(['securityContext', 'capabilities', 'drop'], ['ALL'], first),
      ],
      (text) =>
        text.replace(
          '# enough\n',
          '# enough\n      securityContext:\n        runAsNonRoot: true\n        capabilities:\n          drop:\n            - ALL\n',
        ),
    ],
    [
      'adds in brackets',
      [set(['resources', 'limits', 'memory'], '64Mi', first)],
      (text) => text.replace('{cpu: 1}', '{cpu: 1, memory: 64Mi}'),
    ],
    [
      'adds below a key without a value',
      [set(['securityContext', 'runAsUser'], 1000, second)],
      (text) => text.replace('securityContext:\n', 'securityContext:\n        runAsUser: 1000\n'),
    ],
    [
      'puts the deeper first where several end together',
      [set(['tty'], false, first), set(['resources', 'requests', 'cpu'], '1', first)],
      (text) =>
        text.replace('# enough\n', '# enough\n        requests:\n          cpu: "1"\n      tty: false\n'),
    ],
    [
      'replaces what is there already, in its quotes',
      [set(['image'], 'nginx:1.29', first), set(['image'], 'nginx:1.29', second)],
      (text) => text.replace('"nginx"', '"nginx:1.29"').replace('image: nginx\n', 'image: nginx:1.29\n'),
    ],
    [
      'appends to a list',
      [set([2], { name: 'c', args: ['x'] }, ['spec', 'containers'])],
      (text) =>
        text.replace('securityContext:\n', 'securityContext:\n    - name: c\n      args:\n        - x\n'),
    ],
  ])('%s', (_, steps, expected) => {
    expect(edit(pod, ...steps)).toBe(expected(pod));
    const windows = pod.replaceAll('\n', '\r\n');
    expect(edit(windows, ...steps)).toBe(expected(pod).replaceAll('\n', '\r\n'));
    const unended = pod.slice(0, -'\n  # the end\n'.length);
    expect(edit(unended, ...steps)).toBe(expected(pod).slice(0, -'\n  # the end\n'.length));
  });

  it.each<[string, Step, string]>([
    ['a: {}\n', set(['a', 'b', 'c'], 1), 'a:\n  b:\n    c: 1\n'],
    ['a: {} # why\n', set(['a', 'b'], 1), 'a: # why\n  b: 1\n'],
    ['a: null # why\nz: 1', set(['a', 'b'], 1), 'a: # why\n  b: 1\nz: 1'],
    ['a: []\n', set(['a', 0], 'x'), 'a:\n  - x\n'],
    ['b:\n- x\na:\n', set(['a', 0], 'x'), 'b:\n- x\na:\n- x\n'],
    ['- {}\n- a: 1\n', set([0, 'b'], 2), '- b: 2\n- a: 1\n'],
    ['-\n- a: 1\n', set([0, 'b', 'c'], 2), '- b:\n    c: 2\n- a: 1\n'],
    ['a: {\n  b: 1, # x\n  c: 2 # y\n}\n', set(['a', 'd'], 3), 'a: {\n  b: 1, # x\n  c: 2, # y\n  d: 3\n}\n'],
    ['a: {\n  b: 1,\n}\n', set(['a', 'd'], 3), 'a: {\n  b: 1,\n  d: 3,\n}\n'],
    ['a: [x, y]\n', set(['a', 2], 'z, z'), 'a: [x, y, "z, z"]\n'],
    ['a: [x,]\n', set(['a', 1], 'z'), 'a: [x, z]\n'],
    ['a: {b: {}}\n', set(['a', 'b', 'c'], 'd'), 'a: {b: {c: d}}\n'],
    ['a:\n    b: 1\n', set(['c', 'd'], { e: 2 }), 'a:\n    b: 1\nc:\n    d:\n        e: 2\n'],
    ['a: |\n  x\n\nb: |\n  y\n', set(['c'], 'no'), 'a: |\n  x\n\nb: |\n  y\nc: "no"\n'],
    ["a: 'x'\n", set(['b'], 'yes'), "a: 'x'\nb: 'yes'\n"],
    ['- a: 1\n  b: 2\n', set([0, 'c'], 3), '- a: 1\n  b: 2\n  c: 3\n'],
    ['- - a: 1\n', set([0, 0, 'b'], 2), '- - a: 1\n    b: 2\n'],
    ['"a b": {}\n', set(['a b', 'c: d'], '#'), '"a b":\n  "c: d": "#"\n'],
    ['\ufeffa: 1\n', set(['c', 'd'], 2), '\ufeffa: 1\nc:\n  d: 2\n'],
    ['---\na: 1\n...\n---\nb: 1\n', set(['c'], 2), '---\na: 1\nc: 2\n...\n---\nb: 1\n'],
  ])('edits %j', (text, step, expected) => {
    expect(edit(text, step)).toBe(expected);
  });

  it('puts a key behind the one that it belongs to', () => {
    const text = 'on: # when\n  push:\n# the jobs\njobs:\n  a: {}\n';
    const after =
      (path: Path, key: string): Step =>
      (document) => ({
        op: 'set',
        in: document,
        path,
        value: 'x',
        after: key,
      });
    expect(edit(text, after(['permissions', 'contents'], 'on'), after(['env'], 'none'))).toBe(
      'on: # when\n  push:\npermissions:\n  contents: x\n# the jobs\njobs:\n  a: {}\nenv: x\n',
    );
  });

  it('keeps JSON to be JSON', () => {
    const text = '{\n    "a": {"b": 1},\n    "c": {},\n    "d": [\n        1\n    ]\n}\n';
    const steps = [
      set(['a', 'x'], 'y'),
      set(['c', 'k', 'l'], null),
      set(['d', 1], { m: [] }),
      set(['e'], [1]),
    ];
    expect(edit(text, ...steps)).toBe(
      [
        '{',
        '    "a": {"b": 1, "x": "y"},',
        '    "c": {',
        '        "k": {',
        '            "l": null',
        '        }',
        '    },',
        '    "d": [',
        '        1,',
        '        {',
        '            "m": []',
        '        }',
        '    ],',
        '    "e": [',
        '        1',
        '    ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  it.each<[string, Step[], string]>([
    ['a: &x {b: 1}\nc: *x\n', [set(['c', 'd'], 1)], 'alias'],
    ['a: &x {b: 1}\nc: *x\n', [set(['a', 'd'], 1)], 'something else too'],
    ['a: 1\n', [set(['b'], 1), set(['b'], 2)], 'another fix'],
    ['a: 1\n', [set(['a', 'b'], 1)], 'not a map'],
    ['a: [1, 2]\n', [set(['a', 'b'], 1)], 'there are several'],
    ['a: [1]\n', [set(['a', 5], 1)], 'no item'],
    ['a: 1\nb: 2\n', [remove('b'), set(['c'], 3)], 'another fix'],
  ])('refuses in %j what cannot be done well', (text, steps, reason) => {
    expect(edit(text, ...steps)).toMatch(new RegExp(`^refused: .*${reason}`));
  });
});

describe('replace', () => {
  it.each<[string, Step, string]>([
    ['a: 1 # x\n', replace(['a'], 2), 'a: 2 # x\n'],
    ["a: 'x'\n", replace(['a'], "it's"), "a: 'it''s'\n"],
    ['a: "x"\n', replace(['a'], true), 'a: true\n'],
    ['a: x\n', replace(['a'], 'on'), 'a: "on"\n'],
    ['a: x\n', replace(['a'], 'two\nlines\n'), 'a: "two\\nlines\\n"\n'],
    ['a:\nb: 1\n', replace(['a'], 'x'), 'a: x\nb: 1\n'],
    ['a: |-\n  x\n  y\nb: 1\n', replace(['a'], 'z'), 'a: z\nb: 1\n'],
    ['a: # x\n  b: 1\n  c: 2\nd: 1\n', replace(['a'], 3), 'a: 3 # x\nd: 1\n'],
    ['a:\n  b: 1\nd: 1\n', replace(['a'], {}), 'a: {}\nd: 1\n'],
    ['a: &y\n  b: 1\n', replace(['a'], 2), 'a: &y 2\n'],
    ['a: x # y\nb: 1\n', replace(['a'], { c: [1] }), 'a: # y\n  c:\n    - 1\nb: 1\n'],
    ['a:\n  b: 1 # y\n', replace(['a'], { c: 2, d: 3 }), 'a:\n  c: 2\n  d: 3 # y\n'],
    ['a:\n- b\n- c\n', replace(['a'], { c: 2 }), 'a:\n  c: 2\n'],
    ['a: [1]\n', replace(['a'], { c: 2 }), 'a: {c: 2}\n'],
    ['- a: 1\n  b: 2\n- x\n', replace([0], 'z'), '- z\n- x\n'],
    ['{"a": {\n  "b": 1\n}}', replace(['a'], { c: 2 }), '{"a": {\n  "c": 2\n}}'],
    ['a: [x, {b: c}]\n', replace(['a', 0], 'y, z'), 'a: ["y, z", {b: c}]\n'],
    ['{"a": "b"}', replace(['a'], 'c"\u0007'), '{"a": "c\\"\\u0007"}'],
  ])('in %j', (text, step, expected) => {
    expect(edit(text, step)).toBe(expected);
  });
});

describe('remove', () => {
  it.each<[string, Step, string]>([
    ['a: 1\n# of b\nb: 2 # x\nc: 3\n', remove('b'), 'a: 1\n# of b\nc: 3\n'],
    ['a: 1\nb:\n  c: 2\n  d: 3', remove('b'), 'a: 1'],
    ['a:\n  b: 1 # x\nc: 1\n', remove('a', 'b'), 'a: {}\nc: 1\n'],
    ['a:\n  - 1\nc: 1\n', remove('a', 0), 'a: []\nc: 1\n'],
    ['- a: 1\n  b: 2\n', remove(0, 'a'), '- b: 2\n'],
    ['- a: 1\n  # of b\n  b: 2\n', remove(0, 'a'), '-\n  # of b\n  b: 2\n'],
    ['- a: 1\n  b: 2\n- x\n', remove(0), '- x\n'],
    ['a: {b: 1, c: 2, d: 3}\n', remove('a', 'b'), 'a: {c: 2, d: 3}\n'],
    ['a: {b: 1, c: 2, d: 3}\n', remove('a', 'd'), 'a: {b: 1, c: 2}\n'],
    ['a: [1]\n', remove('a', 0), 'a: []\n'],
    ['{\n  "a": 1,\n  "b": 2\n}\n', remove('b'), '{\n  "a": 1\n}\n'],
    ['a: |\n  x\nb: |\n  y\n', remove('a'), 'b: |\n  y\n'],
  ])('in %j', (text, step, expected) => {
    expect(edit(text, step)).toBe(expected);
  });

  it('leaves a document and a file that has changed alone', () => {
    expect(edit('a: 1\n', remove())).toMatch(/^refused: .*whole document/);
    const [old] = parseYaml(new SourceFile('a.yaml', 'a: 1\n')).documents;
    const result = applyEdits(new SourceFile('a.yaml', 'b: 1\n'), [set(['c'], 1)(old!)]);
    expect(result).toEqual({ refused: expect.stringContaining('has changed') });
  });
});
