import { describe, expect, it } from 'vitest';
import { filesOf, readFiles } from '../../tests/support/read-example.ts';
import type { AnyCheck } from '../checks/check.ts';
import { gather } from '../verdict/gather.ts';
import { judge } from '../verdict/judge.ts';
import { allChecks } from '../verdict/select-checks.ts';
import { fixUntilStable, type VerifyTexts } from './fix-until-stable.ts';

const checks = await allChecks();

/** Verifies the bad example of a check by all checks, of which only this one offers fixes. */
function verifierOf(
  check: AnyCheck,
): VerifyTexts<{ readonly finding: ReturnType<typeof gather>[number]['finding'] }> {
  const files = filesOf(check.id, check.examples.bad);
  return async (texts) => {
    const { graph, problems } = await readFiles({ ...files, ...Object.fromEntries(texts) });
    const judgement = judge(graph, checks);
    const findings = gather(judgement.findings, () => new Set()).map(({ finding }) => {
      const { fix, ...rest } = finding;
      return { finding: fix && finding.check === check.id ? { ...rest, fix } : rest };
    });
    return { findings, problems: [...problems, ...judgement.problems] };
  };
}

const withFix: AnyCheck[] = [];
for (const check of checks) {
  const { findings } = await verifierOf(check)(new Map());
  if (findings.some(({ finding }) => finding.fix)) withFix.push(check);
}

describe.each(withFix.map((check) => [check.id, check] as const))('the fix of %s', (id, check) => {
  it('takes the finding away, brings none about, and keeps every comment', async () => {
    const { files, notFixed, verified } = await fixUntilStable(verifierOf(check), { unsafe: true });
    expect(notFixed.map(({ reason }) => reason)).toEqual([]);
    expect(verified.findings.filter(({ finding }) => finding.check === id && finding.fix)).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
    for (const { before, after } of files)
      for (const [comment] of before.matchAll(/(?<=^|\s)#.*/gm)) expect(after).toContain(comment.trim());
  });
});
