import { describe, expect, it } from 'vitest';
import { SourceFile } from '../model/source-file.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { textOfScalar } from './yaml-text.ts';

function runOf(text: string) {
  return parseYaml(new SourceFile('a.yml', text), 'core').documents[0]!.peek('run')!;
}

describe('textOfScalar', () => {
  it.each([
    ['a literal block', 'run: |\n    make all\n\n    make test\nx: 1\n', 'make all\n\nmake test'],
    ['a literal block that ends the file', 'run: |\n  make test', 'make test'],
    ['a folded block', 'run: >-\n  make\n  test\n', 'make test'],
    ['a plain scalar', 'run: make test # not this\n', 'make test'],
    ['single quotes', "run: 'make test'\n", 'make test'],
    ['double quotes', 'run: "make test"\n', 'make test'],
    ['Windows line ends', 'run: |\r\n  make all\r\n  make test\r\n', 'make all\r\nmake test'],
  ])('leads from %s to its source', (_, source, expected) => {
    const mapped = textOfScalar(runOf(source));
    expect(mapped.text.trim()).toBe(expected);
    const at = mapped.text.indexOf('test');
    expect(source.slice(mapped.sourceAt(at), mapped.sourceEnd(at + 4))).toBe('test');
  });

  it('keeps indentation beyond that of the first line', () => {
    expect(textOfScalar(runOf('run: |\n  if a; then\n    b\n  fi\n')).text).toBe('if a; then\n  b\nfi');
  });
});
