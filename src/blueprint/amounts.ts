const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds in a time such as `5m`. */
export function toSeconds(duration: string): number {
  return Number(duration.slice(0, -1)) * secondsOf[duration.at(-1)!]!;
}

/** A time in the largest unit that divides it: `5m` for 300. */
export function asDuration(seconds: number): string {
  for (const unit of ['d', 'h', 'm'])
    if (seconds > 0 && seconds % secondsOf[unit]! === 0) return `${seconds / secondsOf[unit]!}${unit}`;
  return `${seconds}s`;
}

/** Gigabytes in a size such as `50GB` or `2TB`, rounded up. */
export function toGigabytes(size: string): number {
  return Math.ceil(Number.parseFloat(size) * (/T/.test(size) ? 1024 : 1));
}

/** Thousandths of a processor in `250m` or `1.5`. */
export function toMilli(cpu: string): number {
  return cpu.endsWith('m') ? Number(cpu.slice(0, -1)) : Math.round(Number(cpu) * 1000);
}

/** Mebibytes in `256Mi` or `2Gi`. */
export function toMebibytes(memory: string): number {
  return Number.parseInt(memory, 10) * (memory.endsWith('Gi') ? 1024 : 1);
}
