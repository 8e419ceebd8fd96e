import { regionFactor } from '../../../data/prices/aws.ts';
import type { CostLine, Environment } from '../environment.ts';

/** What is known of an environment before its costs are. */
export type Uncosted = Omit<Environment, 'costs'>;

/** Writes lines of one group, at prices of us-east-1; what costs nothing has none. */
export type Line = (part: string, usd: number, basis: string, driver: string) => CostLine[];

/** A writer of lines for a group in a region. */
export function linesFor(group: CostLine['group'], region: string): Line {
  const factor = regionFactor(region);
  return (part, usd, basis, driver) =>
    usd > 0 ? [{ part, group, monthlyUsd: Math.round(usd * factor * 100) / 100, basis, driver }] : [];
}

/** The share of a month that what computes, or a database, runs: what is paid by the hour costs as much less. */
export function runningShare({ schedule }: Pick<Uncosted, 'schedule'>, what: 'compute' | 'database'): number {
  if (!schedule) return 1;
  return Math.min(1, (what === 'compute' ? schedule.hours : schedule.databaseHours) / 168);
}
