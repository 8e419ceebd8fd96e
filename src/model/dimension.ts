/** The seven dimensions of a verdict, in the order they are shown. */
export const dimensions = [
  'functionality',
  'security',
  'reliability',
  'observability',
  'cost',
  'iac-quality',
  'disaster-recovery',
] as const;
export type Dimension = (typeof dimensions)[number];

/** From worst to mildest. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Whether `a` is at least as bad as `b`. */
export function atLeast(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) <= severities.indexOf(b);
}
