import type { SimulatedOutcome } from './report.ts';

/** `6 min 50 s`, `45 s`, `2 h 5 min`. */
export function time(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (minutes < 60) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.round(hours / 24)} days`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** How long a state lasts, in words; empty where it does not last. */
export function lasting({ seconds, until }: Pick<SimulatedOutcome, 'seconds' | 'until'>): string {
  if (seconds) {
    if (seconds.least === seconds.most) return `about ${time(seconds.most)}`;
    return seconds.least === 0
      ? `up to ${time(seconds.most)}`
      : `${time(seconds.least)} to ${time(seconds.most)}`;
  }
  return until ? `until ${until}` : '';
}

/** What became of it, in a few words. */
export function verdictOf({ state, left, before, needed, blocks, later }: SimulatedOutcome): string {
  if (state === 'down') return 'down';
  if (state === 'impaired') return 'impaired';
  if (state === 'degraded') return `degraded: ${left} of ${needed} needed`;
  if (blocks) return 'blocks';
  if (later) return 'serves for now';
  return `serves with ${left} of ${before}`;
}

/** `99.95 %`, as many places as it takes. */
export function percentage(percent: number): string {
  return `${Number(percent.toFixed(percent > 99.9 ? 4 : 3))} %`;
}
