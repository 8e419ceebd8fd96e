import { describe, expect, it } from 'vitest';
import { allPipelines, callOf, hasOption } from './commands.ts';
import { parseShell } from './parse-shell.ts';

/** All programs that a script runs, with their arguments, pipelines joined by `|`. */
function programs(script: string): string[] {
  return [...allPipelines(parseShell(script), script)].map(({ commands }) =>
    commands
      .map((command) => {
        const call = callOf(command);
        return call ? [call.name, ...call.args.map(({ text }) => text)].join(' ') : '';
      })
      .join(' | '),
  );
}

describe('parseShell', () => {
  it.each([
    ['apt-get update && apt-get install -y "foo=1.2"', ['apt-get update', 'apt-get install -y foo=1.2']],
    ['curl -fsSL https://a/b | sudo -E bash -s -- -y', ['curl -fsSL https://a/b | bash -s -- -y']],
    ['bash <(curl -s a)', ['bash <(curl -s a)', 'curl -s a']],
    ['sh -c "$(curl -s a)"', ['sh -c $(curl -s a)', '$(curl -s a)', 'curl -s a']],
    ["bash -c 'cd /x && make'", ['bash -c cd /x && make', 'cd /x', 'make']],
    ['if ! command -v a; then b; else c; fi', ['command -v a', 'b', 'c']],
    ['for x in a b; do echo $x; done', ['for x in a b', 'echo $x']],
    ['(cd x; ls) | wc', [' | wc', 'cd x', 'ls']],
    ['f() { a b; }', ['a b']],
    ['echo `date +%s` # rm -rf', ['echo `date +%s`', 'date +%s']],
    ['cat <<EOF > x\nrm -rf /\nEOF\nls', ['cat', 'ls']],
    ['[[ $a == b && -f c ]] && d', ['[[', 'd']],
    ['A=1 B="2 3" make', ['make']],
    ['a \\\n  b', ['a b']],
    ['timeout 10 xargs -n 1 rm', ['rm']],
    ["echo 'it''s' a\\ b", ['echo its a b']],
  ])('%s', (script, expected) => {
    expect(programs(script)).toEqual(expected);
  });

  it('knows what joins commands and where they stand', () => {
    const script = 'a || b;\n c\n';
    const pipelines = parseShell(script);
    expect(pipelines.map(({ after }) => after)).toEqual(['', '||', ';']);
    expect(pipelines.map(({ start, end }) => script.slice(start, end))).toEqual(['a', 'b', 'c']);
  });

  it('tells words that a variable is part of', () => {
    const [pipeline] = parseShell('a "$b" c ${d:-e f} \'$g\'');
    expect(pipeline!.commands[0]!.words.map(({ dynamic }) => dynamic)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('finds options, short ones also in a group', () => {
    const { args } = callOf(parseShell('apt-get -qy install --yes')[0]!.commands[0]!)!;
    expect(hasOption(args, '-y')).toBe(true);
    expect(hasOption(args, '--yes')).toBe(true);
    expect(hasOption(args, '-x', '--assume-yes')).toBe(false);
  });

  it('takes bounded time and depth on hostile text', () => {
    for (const piece of ['$(', '(', '"$(', '`', '<<E ', '${', "sh -c '", '<(', ')'])
      expect([...allPipelines(parseShell(piece.repeat(20_000)), piece.repeat(20_000))].length).toBeLessThan(
        100,
      );
  });
});
