import { describe, expect, it } from 'vitest';
import { Node } from '../model/node.ts';
import { SourceFile } from '../model/source-file.ts';
import { applyBaseline, emptyBaseline, loadBaseline } from './baseline.ts';
import type { Gathered } from './gather.ts';
import { writeBaseline } from './write-baseline.ts';

const file = new SourceFile('a.yaml', 'a: 1');

function gathered(fingerprint: string, check = 'aws/open', address = 'aws_s3_bucket.a["x: y"]'): Gathered {
  const body = new Node(file, 0, 4, null);
  const unit = { id: 'u', kind: 'terraform', path: '.' } as const;
  const resource = { address, type: 't', name: 'a', source: 'terraform', unit, body } as const;
  const origin = body.origin();
  const rest = {
    title: '',
    dimension: 'security',
    severity: 'high',
    message: '',
    key: '',
    sameAs: [],
  } as const;
  return {
    finding: { check, resource, origin, ...rest },
    fingerprint,
    addresses: [address],
    environments: [],
  };
}

const terms = { ran: new Set(['aws/open', 'aws/other']), today: '2026-01-01' };

async function load(text: string) {
  const read = await loadBaseline(new SourceFile('plinth.baseline.yaml', text));
  const said = read.problems.map(({ file, start, message }) => `${file?.lineAt(start ?? 0)}: ${message}`);
  return { baseline: read.baseline, said };
}

describe('a baseline', () => {
  it('that was written holds its findings, whatever their fingerprints look like', async () => {
    const findings = ['0123456789012345', '00000000000000e1', 'abcdefabcdefabcd'].map((one) => gathered(one));
    const { baseline, said } = await load(await writeBaseline(findings));
    expect(said).toEqual([]);
    const { baselined, problems } = applyBaseline(
      [...findings, gathered('ffffffffffffffff')],
      baseline,
      terms,
    );
    expect([...baselined]).toEqual(findings);
    expect(problems).toEqual([]);
  });

  it('keeps what people wrote, drops what is gone, and does not depend on the order of findings', async () => {
    const { baseline } = await load(
      [
        'entries:',
        '  - fingerprint: aaaaaaaaaaaaaaaa',
        '    check: aws/open',
        '    owner: platform',
        '    reason: "moves in spring: SEC-1"',
        '    expires: 2026-12-31',
        '  - fingerprint: bbbbbbbbbbbbbbbb',
        '    check: aws/open',
      ].join('\n'),
    );
    const findings = [gathered('cccccccccccccccc', 'aws/other'), gathered('aaaaaaaaaaaaaaaa')];
    const text = await writeBaseline(findings, baseline);
    expect(text.slice(text.indexOf('entries'))).toBe(
      [
        'entries:',
        '  - fingerprint: aaaaaaaaaaaaaaaa',
        '    check: aws/open',
        `    resource: 'aws_s3_bucket.a["x: y"]'`,
        '    owner: platform',
        "    reason: 'moves in spring: SEC-1'",
        "    expires: '2026-12-31'",
        '  - fingerprint: cccccccccccccccc',
        '    check: aws/other',
        `    resource: 'aws_s3_bucket.a["x: y"]'`,
        '',
      ].join('\n'),
    );
    expect(await writeBaseline(findings.toReversed(), baseline)).toBe(text);
  });

  it('says which entries ended and which match nothing', async () => {
    const { baseline } = await load(
      [
        'entries:',
        '  - { fingerprint: aaaaaaaaaaaaaaaa, check: aws/open, resource: a, owner: us, expires: 2025-12-31 }',
        '  - { fingerprint: bbbbbbbbbbbbbbbb, check: aws/open, resource: b }',
        '  - { fingerprint: cccccccccccccccc, check: gcp/did-not-run }',
        '  - { fingerprint: dddddddddddddddd, check: aws/open, expires: 2026-01-01 }',
      ].join('\n'),
    );
    const findings = [gathered('aaaaaaaaaaaaaaaa'), gathered('dddddddddddddddd')];
    const { baselined, problems } = applyBaseline(findings, baseline, terms);
    expect([...baselined].map(({ fingerprint }) => fingerprint)).toEqual(['dddddddddddddddd']);
    expect(problems.map(({ file, start, message }) => [file?.lineAt(start!), message])).toEqual([
      [2, "the baseline's entry for aws/open on a (owner: us) ended on 2025-12-31: the finding counts again"],
      [
        3,
        "the baseline's entry for aws/open on b matches no finding any more: take it out, or write the baseline anew",
      ],
    ]);
  });

  it('says once that many entries match nothing', async () => {
    const lines = Array.from(
      { length: 11 },
      (_, at) => `  - { fingerprint: ${`${at}`.padStart(16, 'a')}, check: aws/open }`,
    );
    const { baseline } = await load(['entries:', ...lines].join('\n'));
    expect(applyBaseline([], baseline, terms).problems).toHaveLength(1);
  });

  it('says what is wrong with an entry, and what is wrong hides nothing', async () => {
    const { baseline, said } = await load(
      [
        'entries:',
        '  - fingerprint: 12',
        '    check: aws/open',
        '  - fingerprint: aaaaaaaaaaaaaaaa',
        '    check: aws/open',
        '    expire: 2026-01-01',
        '  - fingerprint: bbbbbbbbbbbbbbbb',
        '    check: aws/open',
      ].join('\n'),
    );
    expect(said).toEqual([
      '2: entries[0].fingerprint must be text (write a number in quotes)',
      '6: unknown key "expire" in entries[1]: did you mean "expires"?',
    ]);
    expect(baseline.entries.map(({ fingerprint }) => fingerprint)).toEqual(['bbbbbbbbbbbbbbbb']);
    expect(await load('')).toEqual({ baseline: emptyBaseline, said: [] });
  });
});
