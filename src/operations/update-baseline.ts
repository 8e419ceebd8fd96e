import { resolve } from 'node:path';
import { prefixOf } from '../host/given-file.ts';
import { mayWrite, writeWhole } from '../host/write-files.ts';
import type { Outcome } from '../report/assemble.ts';
import { pathFor } from '../report/options.ts';
import { count } from '../report/wording.ts';
import { type Baseline, emptyBaseline, loadBaseline } from '../verdict/baseline.ts';
import { writeBaseline } from '../verdict/write-baseline.ts';
import { baselineFile } from './baseline-file.ts';
import { UserError } from './options.ts';
import type { Settings } from './settings.ts';

/**
 * Writes all present findings into the baseline file; owners, reasons and days of entries that stay are kept.
 * @returns what was done, as text
 * @throws UserError where it cannot be written
 */
export async function updateBaseline(
  folder: string,
  { baseline }: Settings,
  { findings }: Outcome,
): Promise<string> {
  const path = resolve(folder, baseline);
  if (!mayWrite(path))
    throw new UserError(`the baseline ${baseline} cannot be written`, 'give a file in a folder that exists');
  const file = baselineFile(folder, baseline, () => {});
  const existing = file ? (await loadBaseline(file)).baseline : emptyBaseline;
  writeWhole(path, await writeBaseline(findings, existing));
  const shown = baseline.startsWith('/') ? baseline : pathFor(baseline, { pathPrefix: prefixOf(folder) });
  return `wrote ${count(findings.length, 'finding')} to ${shown}${changesOf(existing, findings)}: give each an owner and a reason\n`;
}

/** Says nothing of a baseline that was not there before. */
function changesOf({ entries }: Baseline, findings: Outcome['findings']): string {
  if (entries.length === 0) return '';
  const before = new Set(entries.map(({ fingerprint }) => fingerprint));
  const now = new Set(findings.map(({ fingerprint }) => fingerprint));
  const added = [...now].filter((fingerprint) => !before.has(fingerprint)).length;
  const gone = [...before].filter((fingerprint) => !now.has(fingerprint)).length;
  return ` (${added} new, ${gone} gone)`;
}
