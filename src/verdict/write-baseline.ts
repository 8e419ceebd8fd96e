import type { Baseline, BaselineEntry } from './baseline.ts';
import type { Gathered } from './gather.ts';

const head = `# Findings that Plinth knows of and that do not fail a run. Give each an owner, a reason, and the day on which it
# shall count again (expires: "2026-12-31"); these stay when the file is written anew.
`;

/**
 * The text of a baseline that holds findings, in a stable order.
 * @param existing the baseline until now: its owners, reasons and days of expiry stay, its obsolete entries go
 */
export async function writeBaseline(
  findings: readonly Gathered[],
  existing: Baseline = { entries: [] },
): Promise<string> {
  const { dump } = await import('js-yaml');
  const known = new Map(existing.entries.map((entry) => [entry.fingerprint, entry]));
  const entries = findings.map(({ fingerprint, finding }): BaselineEntry => {
    const { owner, reason, expires } = known.get(fingerprint) ?? {};
    return {
      fingerprint,
      check: finding.check,
      resource: finding.resource.address,
      ...(owner === undefined ? {} : { owner }),
      ...(reason === undefined ? {} : { reason }),
      ...(expires === undefined ? {} : { expires }),
    };
  });
  entries.sort(
    (a, b) =>
      compare(a.check, b.check) || compare(a.resource!, b.resource!) || compare(a.fingerprint, b.fingerprint),
  );
  return head + dump({ entries }, { lineWidth: -1, noRefs: true });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
