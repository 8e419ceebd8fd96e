import { describe, expect, it } from 'vitest';
import type { Severity } from '../model/dimension.ts';
import type { Edit } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import type { Node } from '../model/node.ts';
import type { Problem } from '../model/problem.ts';
import { SourceFile } from '../model/source-file.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import { fixUntilStable, type VerifyTexts } from './fix-until-stable.ts';
import { planFixes } from './plan-fixes.ts';
import { unifiedDiff } from './unified-diff.ts';

interface Rule {
  readonly check: string;
  /** whether a document falls short */
  fails(document: Node): boolean;
  edits?(document: Node): Edit[];
  readonly safety?: 'safe' | 'unsafe';
  readonly severity?: Severity;
}

/** Wants a key to be true. */
const wants = (key: string, rest: Partial<Rule> = {}): Rule => ({
  check: key,
  fails: (document) => document.peek(key)?.content !== true,
  edits: (document) => [{ op: 'set', in: document, path: [key], value: true }],
  ...rest,
});

function findings(files: readonly SourceFile[], rules: readonly Rule[]): { finding: Finding }[] {
  return files.flatMap((file) => {
    const body = parseYaml(file).documents[0]!;
    const unit = { id: 'u', kind: 'manifests', path: '.' } as const;
    const resource = { address: file.path, type: 't', name: 'n', source: 'kubernetes', unit, body } as const;
    return rules
      .filter(({ fails }) => fails(body))
      .map(({ check, edits, safety = 'safe', severity = 'high' }) => ({
        finding: {
          check,
          title: '',
          dimension: 'security',
          severity,
          message: '',
          key: '',
          sameAs: [],
          resource,
          origin: body.origin(),
          ...(edits ? { fix: { safety, summary: check, edits: edits(body) } } : {}),
        } as const,
      }));
  });
}

function verifier(
  texts: Record<string, string>,
  rules: readonly Rule[],
  problems: (text: string) => Problem[] = () => [],
) {
  const calls: string[][] = [];
  const verify: VerifyTexts<{ finding: Finding }> = async (changed) => {
    calls.push([...changed.keys()]);
    const files = Object.entries(texts).map(
      ([path, text]) => new SourceFile(path, changed.get(path) ?? text),
    );
    return { findings: findings(files, rules), problems: files.flatMap(({ text }) => problems(text)) };
  };
  return { verify, calls };
}

const said = (outcome: { readonly notFixed: readonly { item: { finding: Finding }; reason: string }[] }) =>
  outcome.notFixed.map(
    ({ item, reason }) => `${item.finding.resource.address} ${item.finding.check}: ${reason}`,
  );

describe('planFixes', () => {
  const file = new SourceFile('a.yaml', 'x: &a {k: 1}\ny: *a\nz: 1\n');

  it('makes as many fixes as fit, each as a whole', () => {
    const half = wants('h', {
      edits: (document) => [
        { op: 'set', in: document, path: ['h'], value: true },
        { op: 'set', in: document, path: ['z', 'no'], value: 1 },
      ],
    });
    const other = wants('b', {
      edits: (document) => [{ op: 'set', in: document, path: ['a'], value: false }],
    });
    const { files, refused } = planFixes(findings([file], [wants('a'), half, other, wants('c')]), {
      unsafe: false,
    });
    expect(files.map(({ text }) => text)).toEqual([`${file.text}a: true\nc: true\n`]);
    expect(files[0]!.findings.map(({ finding }) => finding.check)).toEqual(['a', 'c']);
    expect(refused.map(({ item, reason }) => `${item.finding.check}: ${reason}`)).toEqual([
      'h: no cannot be set in a value that is not a map',
      'b: another fix changes the same place: run the fix again',
    ]);
  });

  it('does not lose the others to one that changes too much', () => {
    const shared = wants('k', {
      edits: (document) => [{ op: 'replace', node: document.peek('x', 'k')!, value: 2 }],
    });
    const { files, refused } = planFixes(findings([file], [wants('a'), shared, wants('c')]), {
      unsafe: false,
    });
    expect(files.map(({ text }) => text)).toEqual([`${file.text}a: true\nc: true\n`]);
    expect(refused.map(({ reason }) => reason)).toEqual([expect.stringContaining('something else too')]);
  });

  it('makes a fix in several files in all of them or in none', () => {
    const second = new SourceFile('b.yaml', 'a: 1\n');
    const [other] = parseYaml(second).documents;
    const across = (path: string[]): Rule =>
      wants('k', {
        edits: (document) => [
          { op: 'set', in: document, path: ['k'], value: true },
          { op: 'set', in: other!, path, value: 2 },
        ],
      });
    const good = planFixes(findings([file], [across(['b'])]), { unsafe: false });
    expect(good.files.map(({ text }) => text)).toEqual([`${file.text}k: true\n`, 'a: 1\nb: 2\n']);
    const bad = planFixes(findings([file], [across(['a', 'b'])]), { unsafe: false });
    expect([bad.files, bad.refused.length]).toEqual([[], 1]);
  });

  it('makes the same fix found twice once, and unsafe ones only when asked', () => {
    const text = (check: string, safety: 'safe' | 'unsafe') =>
      wants(check, { safety, edits: () => [{ op: 'text', file, start: 0, end: 0, text: '# x\n' }] });
    const items = findings([file], [text('a', 'safe'), text('b', 'safe'), text('c', 'unsafe')]);
    const { files } = planFixes(items, { unsafe: false });
    expect(files[0]).toMatchObject({ text: `# x\n${file.text}`, findings: items.slice(0, 2) });
    expect(planFixes(items, { unsafe: true }).files[0]!.findings).toEqual(items);
  });
});

describe('fixUntilStable', () => {
  const options = { unsafe: false };

  it('goes on until nothing is left to fix', async () => {
    const replaced = wants('a', {
      edits: (d) => [{ op: 'replace', node: d.peek('x')!, value: 2 }],
      fails: (d) => d.peek('x')?.content === 1,
    });
    const clash = wants('c', {
      edits: (d) => [{ op: 'replace', node: d.peek('x')!, value: 3 }],
      fails: (d) => d.peek('x')?.content !== 3,
    });
    const { verify, calls } = verifier({ 'a.yaml': 'x: 1\n', 'b.yaml': 'x: 3\n' }, [replaced, clash]);
    const outcome = await fixUntilStable(verify, options);
    expect(outcome.files).toMatchObject([
      { path: 'a.yaml', before: 'x: 1\n', after: 'x: 3\n', fixed: [{}, {}] },
    ]);
    expect([outcome.notFixed, outcome.verified.findings]).toEqual([[], []]);
    expect(calls.length).toBeLessThan(5);
  });

  it('mends a fault where only a smaller one comes of it', async () => {
    const smaller: Rule = { check: 'new', severity: 'low', fails: (d) => d.peek('a') !== undefined };
    const { verify } = verifier({ 'a.yaml': 'x: 1\n' }, [wants('a'), smaller]);
    const outcome = await fixUntilStable(verify, options);
    expect(outcome.files).toMatchObject([{ path: 'a.yaml' }]);
    expect(said(outcome)).toEqual([]);
  });

  it.each<[string, Rule[], string]>([
    [
      'a finding that was not there',
      [wants('a'), { check: 'new', fails: (d) => d.peek('a') !== undefined }],
      'a.yaml a: it would bring about new on a.yaml',
    ],
    ['a finding that stays', [wants('a', { fails: () => true })], 'a.yaml a: a is found again afterwards'],
  ])('leaves a file alone that would get %s', async (_, rules, reason) => {
    const { verify } = verifier({ 'a.yaml': 'x: 1\n' }, rules);
    const outcome = await fixUntilStable(verify, options);
    expect(outcome.files).toEqual([]);
    expect(said(outcome)).toEqual([reason]);
    expect(outcome.verified.findings).toHaveLength(1);
  });

  it('leaves a file alone that would get a problem, but for one of the configuration', async () => {
    const kinds = ['invalid', 'configuration'] as const;
    for (const kind of kinds) {
      const { verify } = verifier({ 'a.yaml': 'x: 1\n' }, [wants('a')], (text) =>
        text.includes('a: true') ? [{ kind, path: 'a.yaml', message: 'oh' }] : [],
      );
      const outcome = await fixUntilStable(verify, options);
      expect(outcome.files).toHaveLength(kind === 'configuration' ? 1 : 0);
    }
  });

  it('does not let one bad fix cost the good ones beside it', async () => {
    const good = Array.from({ length: 9 }, (_, at) => wants(`good${at}`));
    const bad = wants('bad', { fails: () => true });
    const refused = wants('refused', {
      edits: (d) => [{ op: 'set', in: d, path: ['x', 'y'], value: 1 }],
    });
    const unsafe = wants('unsafe', { safety: 'unsafe' });
    const { verify, calls } = verifier({ 'a.yaml': 'x: 1\n', 'b.yaml': 'x: 1\n' }, [
      refused,
      unsafe,
      ...good.slice(0, 6),
      bad,
      ...good.slice(6),
    ]);
    const outcome = await fixUntilStable(verify, options);
    expect(outcome.files.map(({ fixed }) => fixed.length)).toEqual([9, 9]);
    expect(said(outcome).sort()).toEqual([
      'a.yaml bad: bad is found again afterwards',
      'a.yaml refused: y cannot be set in a value that is not a map',
      'b.yaml bad: bad is found again afterwards',
      'b.yaml refused: y cannot be set in a value that is not a map',
    ]);
    expect(calls.length).toBeLessThan(15);
  });
});

it('unifiedDiff gives a patch that says which file it is for', async () => {
  expect(await unifiedDiff('x/a.yaml', 'a: 1\nb: 2\n', 'a: 1\nb: 3\n')).toBe(
    '--- a/x/a.yaml\n+++ b/x/a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n',
  );
});
