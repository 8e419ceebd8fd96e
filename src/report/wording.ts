import { type Dimension, type Severity, severities } from '../model/dimension.ts';

export const dimensionNames: Readonly<Record<Dimension, string>> = {
  functionality: 'Functionality',
  security: 'Security',
  reliability: 'Reliability',
  observability: 'Observability',
  cost: 'Cost',
  'iac-quality': 'IaC quality',
  'disaster-recovery': 'Disaster recovery',
};

/** `1,204`: the same in every locale, so that reports compare. */
export function digits(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 place`, `1,204 places`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${digits(number)} ${number === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The same, cut after `most` items: `a, b and 5 more`. */
export function listedUpTo(most: number, items: readonly string[]): string {
  return items.length <= most
    ? listed(items)
    : listed([...items.slice(0, most), `${digits(items.length - most)} more`]);
}

/** `1 critical, 3 high`; empty where all are zero. */
export function severityCounts(bySeverity: Readonly<Record<Severity, number>>): string {
  return severities
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => `${digits(bySeverity[severity])} ${severity}`)
    .join(', ');
}

/** The environments that a fault is limited to: `prod only`; empty where it holds in all. */
export function onlyIn(environments: readonly string[]): string {
  return environments.length === 0 ? '' : `${listedUpTo(4, environments)} only`;
}
