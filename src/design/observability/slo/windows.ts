/** A pair of windows over which an objective is watched: the long one says that it matters, the short one that it still does. */
export interface Watch {
  readonly long: string;
  readonly short: string;
  /** how many times faster than allowed the budget is spent; Google's SRE workbook, chapter 5, reckons them for 30 days */
  readonly burn: number;
  readonly longSeconds: number;
  readonly for: string;
}

/** Two percent of the budget in an hour, five percent in six: somebody gets up. */
export const fast: readonly Watch[] = [
  { long: '1h', short: '5m', burn: 14.4, longSeconds: 3600, for: '2m' },
  { long: '6h', short: '30m', burn: 6, longSeconds: 21_600, for: '5m' },
];

/** A tenth of the budget in a day, or in three: somebody looks tomorrow. */
export const slow: readonly Watch[] = [
  { long: '1d', short: '2h', burn: 3, longSeconds: 86_400, for: '15m' },
  { long: '3d', short: '6h', burn: 1, longSeconds: 259_200, for: '30m' },
];

/**
 * At low traffic one failure is a large share. Fewer bad requests than these in the long window raise nothing; a service
 * that is seldom called is caught by the windows of days, by the probe of its host, and by its replicas.
 */
export const fewestErrors = { fast: 5, slow: 10 } as const;

/** All windows that a share of errors is recorded over. */
export const windows = ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'] as const;
export type Window = (typeof windows)[number];

/** The recorded share of bad requests. */
export function ratioOver(window: string): string {
  return `slo:errors:ratio_rate${window}`;
}

/** The expression that holds while a budget is spent too fast. */
export function burns({ long, short, burn, longSeconds }: Watch, fewest: number): string {
  // with a wide budget the factor would ask for more errors than there are requests
  const limit = `clamp_max(${burn} * (1 - slo:objective:ratio), 0.8)`;
  return [
    `${ratioOver(long)} > ${limit}`,
    `and ${ratioOver(short)} > ${limit}`,
    `and avg_over_time(slo:errors:rate5m[${long}]) * ${longSeconds} >= ${fewest}`,
  ].join('\n');
}
