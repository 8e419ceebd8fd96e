import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { folderWith, plinth, privilegedPod } from './command-line.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const guide = readFileSync(join(root, 'docs/guide/README.md'), 'utf8');

/** Code blocks of one language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (found) => found[1]!,
  );
}

describe('the README and the guide', () => {
  const helps = new Map<string, string>();
  beforeAll(async () => {
    for (const command of ['verify', 'fix', 'explain', 'graph'])
      helps.set(command, (await plinth(command, '--help')).out);
  });

  it('name commands and options that exist', () => {
    const lines = [readme, guide].flatMap(
      (text) => text.match(/\bplinth (verify|fix|explain|graph)\b[^`\n|#]*/g) ?? [],
    );
    expect(lines.length).toBeGreaterThan(12);
    for (const line of lines) {
      const help = helps.get(line.split(' ')[1]!)!;
      for (const option of line.match(/(?<=\s)--[a-z-]+/g) ?? [])
        expect(`${option}: ${help.includes(`${option} `)}`).toBe(`${option}: true`);
    }
    for (const option of guide.match(/(?<=`)--[a-z-]+/g) ?? [])
      expect(
        [...helps.values()].some((help) => help.includes(`${option} `)),
        option,
      ).toBe(true);
  });

  it('name every option of verify', () => {
    const options = helps.get('verify')!.match(/(?<=^ {2}(-\w, )?)--[a-z-]+/gm)!;
    const unsaid = options.filter(
      (option) => !guide.includes(option) && !['--verbose', '--help', '--fail-on'].includes(option),
    );
    expect(unsaid).toEqual([]);
  });

  it('tell checks that exist, by ids that are known', async () => {
    for (const name of [readme, guide].flatMap(
      (text) => text.match(/CKV_\w+|(?<=plinth explain )[a-z-]+\/[a-z-]+/g) ?? [],
    ))
      expect((await plinth('explain', name)).code, name).toBe(0);
  });

  it('show a configuration that holds', async () => {
    const configurations = blocks(guide, 'yaml').filter((text) =>
      /^(environments|failOn|suppressions|#.*schema)/m.test(text),
    );
    expect(configurations).toHaveLength(3);
    for (const text of configurations) {
      const folder = folderWith({ 'pod.yaml': privilegedPod, 'plinth.config.yaml': text });
      const report = JSON.parse((await plinth('verify', folder, '--format', 'json')).out) as Report;
      expect(
        report.problems.map(({ message }) => message).filter((message) => !message.includes('hides nothing')),
      ).toEqual([]);
    }
  });

  it('state the same exit codes', () => {
    const codes = (text: string) =>
      [...text.matchAll(/^\| (\d) +\| (.*?) +\|$/gm)].map(([, code, means]) => [
        code,
        means!.split(/[;,] /)[0],
      ]);
    expect(codes(guide)).toEqual(codes(readme));
    expect(codes(guide).map(([code]) => code)).toEqual(['0', '1', '2', '3']);
  });
});
