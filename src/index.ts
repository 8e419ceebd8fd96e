/** Plinth as a library: what `plinth verify` and `plinth impact` print with `--format json`, as data. */

export { type ImpactOptions, impact } from './operations/impact.ts';
export { UserError, type VerifyOptions } from './operations/options.ts';
export { type SimulateOptions, simulateFolder } from './operations/simulate.ts';
export { verify } from './operations/verify.ts';
export type { ImpactReport } from './report/impact/report.ts';
export type { Report } from './report/report.ts';
export type { SimulationReport } from './report/simulation/report.ts';
