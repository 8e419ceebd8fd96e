import type { Queue } from '../datastore.ts';

/** Seconds: twice what one message may take with its tries, and never less than ten minutes. */
export function oldestAllowed({ visibilitySeconds }: Pick<Queue, 'visibilitySeconds'>): number {
  return Math.max(600, visibilitySeconds * 2);
}
