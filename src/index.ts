/** Plinth as a library: what `plinth verify --format json` prints, as data. */

export { UserError, type VerifyOptions } from './operations/options.ts';
export { verify } from './operations/verify.ts';
export type { Report } from './report/report.ts';
