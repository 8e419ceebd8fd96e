/** What happens to the resource that is asked about. */
export const changes = ['modify', 'replace', 'destroy', 'unavailable'] as const;
export type Change = (typeof changes)[number];

/** What becomes of a resource, from the mildest to the worst. */
export const effects = ['idle', 'weakened', 'notices', 'latent', 'degraded', 'fails', 'goes'] as const;
export type Effect = (typeof effects)[number];

/** Effects as numbers, so that the worse one is the larger; 0 is none. */
export const rank = {
  none: 0,
  idle: 1,
  weakened: 2,
  notices: 3,
  latent: 4,
  degraded: 5,
  fails: 6,
  goes: 7,
} as const;

/** The effect of a rank that is not 0. */
export function effectOf(of: number): Effect {
  return effects[of - 1]!;
}

/** What the resource itself suffers under a change. */
export function seedRank(change: Change): number {
  if (change === 'modify') return rank.notices;
  return change === 'unavailable' ? rank.fails : rank.goes;
}
