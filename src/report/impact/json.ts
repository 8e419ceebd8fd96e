import { printJson } from '../json.ts';
import type { ImpactReport } from './report.ts';

/** The report as it is; its schema is that of `schema.ts`. */
export function renderImpactJson(report: ImpactReport): string {
  return printJson(report);
}
