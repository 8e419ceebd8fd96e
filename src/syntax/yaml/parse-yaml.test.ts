import { expect, test } from 'vitest';
import type { Node } from '../../model/node.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from './parse-yaml.ts';

function parse(text: string) {
  const file = new SourceFile('a.yaml', text);
  const { documents, problems } = parseYaml(file);
  const written = (node: Node | undefined) => node && text.slice(node.start, node.end);
  return { documents, problems, written };
}

test('a node knows where its value and its key are written', () => {
  const { documents, written } = parse('a: 1\nb:\n  - x # comment\n  - k: "z"\n\n# end\n');
  const [root] = documents;
  expect(root!.plain()).toEqual({ a: 1, b: ['x', { k: 'z' }] });
  expect(written(root)).toBe('a: 1\nb:\n  - x # comment\n  - k: "z"');
  expect(written(root!.peek('b', 0))).toBe('x');
  expect(root!.peek('b', 0)!.keyStart).toBe(10);
  expect(written(root!.peek('b', 1, 'k'))).toBe('"z"');
});

test('a broken document does not lose the others', () => {
  const { documents, problems } = parse('a: 1\n---\nb: [\n---\nc: 3\n');
  expect(documents.map((node) => node.plain())).toEqual([{ a: 1 }, { c: 3 }]);
  expect(problems).toMatchObject([{ kind: 'unreadable', path: 'a.yaml' }]);
});

test('the last of several equal keys wins, and it is said', () => {
  const { documents, problems } = parse('a: 1\na: 2\n');
  expect(documents[0]!.plain()).toEqual({ a: 2 });
  expect(problems).toMatchObject([{ kind: 'invalid', start: 5, end: 6 }]);
});
