import { join } from 'node:path';
import { readFileIn } from '../host/disk-repository.ts';
import { writeWhole } from '../host/write-files.ts';
import type { Outcome } from '../report/assemble.ts';
import { emptyBaseline, loadBaseline } from '../verdict/baseline.ts';
import { writeBaseline } from '../verdict/write-baseline.ts';
import type { Settings } from './settings.ts';

/** Writes all present findings into the baseline file; owners, reasons and days of entries that stay are kept. @returns what was done, as text */
export async function updateBaseline(
  folder: string,
  { baseline }: Settings,
  { findings }: Outcome,
): Promise<string> {
  const file = readFileIn(folder, baseline, () => {});
  const existing = file ? (await loadBaseline(file)).baseline : emptyBaseline;
  writeWhole(join(folder, baseline), await writeBaseline(findings, existing));
  return `wrote ${findings.length} findings to ${baseline}: give each an owner and a reason\n`;
}
