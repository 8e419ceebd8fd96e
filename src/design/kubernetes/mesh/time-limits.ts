import type { Service } from '../../workload.ts';

/** Seconds that callers wait: for one try, and for all of them. Ten times what is promised is no longer an answer. */
export function limitsFor({ slo }: Service): { readonly each: number; readonly whole: number } {
  const each = slo.latency ? Math.max(1, Math.ceil(slo.latency.milliseconds / 100)) : 10;
  return { each, whole: each * 3 };
}
