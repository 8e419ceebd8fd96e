import type { Blueprint, EnvironmentAsked } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import type { Decision } from '../decision.ts';

/** What was chosen, how it is told, and what of the blueprint contradicts it. */
export interface Decided<T> {
  readonly choice: T;
  readonly decision: Decision;
  readonly complaints?: readonly Complaint[];
}

/** What several decisions look at. */
export interface Facts {
  readonly blueprint: Blueprint;
  /** the most important environment: the last that a change reaches */
  readonly main: EnvironmentAsked;
  /** the highest objective of any service or function, in percent, in the main environment */
  readonly objective: number;
  /** whether anything is reached from the internet */
  readonly exposed: boolean;
  /** whether it is audited against a standard that asks for separation: all but GDPR alone */
  readonly regulated: boolean;
}

/** What of a blueprint counts for decisions. */
export function factsOf(blueprint: Blueprint): Facts {
  const { services, functions, environments, compliance } = blueprint;
  const main = environments.at(-1)!;
  const objectives = [...services, ...functions].map(
    ({ slo }) => slo.availability ?? (main.production ? 99.9 : 99.5),
  );
  return {
    blueprint,
    main,
    objective: Math.max(99, ...objectives),
    exposed: services.some(({ expose }) => expose?.public) || functions.some(({ on }) => on.http?.public),
    regulated: compliance.some((one) => one !== 'gdpr'),
  };
}

/** `3 services`, `1 service`. */
export function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
}
