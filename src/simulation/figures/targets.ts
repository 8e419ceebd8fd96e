import type { Resource } from '../../model/resource.ts';

/** What is asked of a store, in seconds. */
export interface Target {
  readonly rpo?: number;
  readonly rto?: number;
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `5m`, `1h`, `1h30m`, `1d` in seconds; `undefined` where it is none. */
export function seconds(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?[smhd])+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)([smhd])/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * units[unit!]!,
    0,
  );
}

/** The target whose key is the resource's address or name, or a pattern of its address. */
export function targetFor(
  { address, name }: Resource,
  targets: Readonly<Record<string, { readonly rpo?: string; readonly rto?: string }>>,
): Target | undefined {
  const key = Object.keys(targets).find((one) => one === address || one === name || matches(one, address));
  if (key === undefined) return undefined;
  const { rpo, rto } = targets[key]!;
  const target = {
    rpo: rpo === undefined ? undefined : seconds(rpo),
    rto: rto === undefined ? undefined : seconds(rto),
  };
  return {
    ...(target.rpo === undefined ? {} : { rpo: target.rpo }),
    ...(target.rto === undefined ? {} : { rto: target.rto }),
  };
}

function matches(pattern: string, text: string): boolean {
  if (!pattern.includes('*')) return false;
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
