import { DockerfileParser } from 'dockerfile-ast';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from './parse-dockerfile.ts';

const texts = {
  'continuation lines with comments and blanks between':
    'FROM a:1\nRUN apt-get update && \\\n  # why\n\n  apt-get install -y \\\n foo\nCMD ["a","b"]\n',
  'flags, here-documents, triggers':
    'FROM --platform=$BUILDPLATFORM a:1 AS build\nRUN --mount=type=cache,target=/x <<EOF\nmake\nEOF\nCOPY --from=build <<-"EOF" /x\n\thello\n\tEOF\nONBUILD RUN a b\nHEALTHCHECK --interval=5s CMD curl x\n',
  'Windows line ends and a backtick':
    '# escape=`\r\nFROM a\r\nRUN dir `\r\n c:\\x\r\nRUN cat <<E1 <<E2\r\nx\r\nE1\r\ny\r\nE2\r\nUSER x',
  'lower case, and no line end at the end': 'from a\nrun echo\nuser x \\',
};

describe('parseDockerfile', () => {
  it.each(Object.entries(texts))('finds the instructions that dockerfile-ast finds: %s', (_, text) => {
    const tree = parseDockerfile(text);
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length - 1;
    const ours = tree.instructions.map(({ keyword, start, end, flags, heredocs }) => [
      keyword,
      lineOf(start),
      lineOf(end),
      flags.length,
      heredocs.length,
    ]);
    const theirs = DockerfileParser.parse(text)
      .getInstructions()
      .map((instruction) => [
        instruction.getKeyword(),
        instruction.getRange().start.line,
        instruction.getRange().end.line,
        countOf(instruction, 'getFlags'),
        countOf(instruction, 'getHeredocs'),
      ]);
    expect(ours).toEqual(theirs);
    expect(tree.errors).toEqual([]);
  });

  it('gives exact ranges to words across joined lines', () => {
    const text = 'FROM a\nCOPY one \\\n# comment\n two /to/\n';
    const copy = parseDockerfile(text).instructions[1]!;
    expect(copy.words.map(({ start, end }) => text.slice(start, end))).toEqual(['one', 'two', '/to/']);
    expect(text.slice(copy.start, copy.end)).toBe('COPY one \\\n# comment\n two /to/');
  });

  it('takes the JSON form only where it is JSON, blanks in its strings kept', () => {
    const text = 'FROM a\nCMD ["nginx", "-g", "daemon off;"]\nCMD [\'nginx\']\n';
    const [, exec, shell] = parseDockerfile(text).instructions;
    expect(exec!.json?.map((word) => word.text)).toEqual(['nginx', '-g', 'daemon off;']);
    expect(shell!.json).toBeUndefined();
  });

  it('names the place of an unknown instruction and goes on', () => {
    const text = 'FROM a\nRNU make\nUSER 1000\n';
    const { errors, instructions } = parseDockerfile(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).toMatch(/unknown instruction RNU:/);
    expect(text.slice(errors[0]!.start, errors[0]!.end)).toBe('RNU');
    expect(instructions.map(({ keyword }) => keyword)).toEqual(['FROM', 'USER']);
  });

  it('tells once of lines that follow one another', () => {
    const text = 'FROM a\nCMD ["x",\n  "-w", "4",\n\n  "-k"]\nUSER 1\nRNU make\n';
    const { errors } = parseDockerfile(text);
    expect(errors.map(({ start }) => text.slice(0, start).split('\n').length)).toEqual([3, 7]);
  });

  it('repeats nothing that could be a secret', () => {
    const { errors } = parseDockerfile('FROM a\nAKIAIOSFODNN7EXAMPLE x\n');
    expect(errors[0]!.message).not.toMatch(/AKIA/i);
  });

  it('takes a doubled escape character at the end of a line for itself, as BuildKit does', () => {
    const { instructions } = parseDockerfile('FROM a\nRUN echo \\\\\nUSER x\n');
    expect(instructions.map(({ keyword }) => keyword)).toEqual(['FROM', 'RUN', 'USER']);
  });

  it('says where a here-document is never closed', () => {
    expect(parseDockerfile('FROM a\nRUN <<EOF\nmake\n').errors[0]!.message).toMatch(/EOF is never closed/);
  });

  it('takes linear time on hostile text', () => {
    for (const text of [
      `FROM a\nRUN ${'x\\\n# c\n'.repeat(50_000)}`,
      `FROM a\nRUN ${'\\ '.repeat(200_000)}`,
      `FROM a\nRUN ${'[['.repeat(200_000)}`,
      `FROM a\nRUN ${'<<E '.repeat(50_000)}\n${'x\n'.repeat(50_000)}`,
      `${'ONBUILD '.repeat(50_000)}`,
    ])
      expect(parseDockerfile(text).instructions.length, text.slice(0, 20)).toBeGreaterThan(0);
  });
});

/** How many things a getter of the library gives, which not all kinds of instruction have, and some only protected. */
function countOf(instruction: object, getter: string): number {
  const get: unknown = Reflect.get(instruction, getter);
  return typeof get === 'function' ? (get.call(instruction) as unknown[]).length : 0;
}
