import { assemble } from '../report/assemble.ts';
import type { Report } from '../report/report.ts';
import { complianceAsked } from './compliance-asked.ts';
import { judgeAsAsked } from './judge-as-asked.ts';
import { Problems, type VerifyOptions } from './options.ts';
import { settle } from './settings.ts';

/**
 * Judges a folder in the seven dimensions.
 * @returns what `plinth verify --format json` prints
 * @throws UserError where the folder or an option is wrong; what is wrong inside the folder becomes a problem of the report
 */
export async function verify(folder: string, options: VerifyOptions = {}): Promise<Report> {
  const asked = await complianceAsked(options);
  const problems = new Problems();
  const settings = await settle(folder, options, problems);
  const { outcome } = await judgeAsAsked(folder, settings, options, problems);
  return assemble(outcome, folder, asked);
}
