import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import type { CostLine } from '../environment.ts';

interface Costed {
  readonly name: string;
  readonly costs: readonly CostLine[];
}

/** Estimates are rough: a budget is said not to hold where it is missed by more than this. */
const tolerance = 1.15;

/** A budget that the platform will not hold, with what takes the most of it. */
export function checkBudget({ budget }: Blueprint, environments: readonly Costed[]): Complaint[] {
  const { monthly } = budget;
  if (monthly === undefined) return [];
  const total = environments.reduce((sum, one) => sum + totalOf(one), 0);
  if (total <= monthly * tolerance) return [];
  const largest = environments
    .flatMap(({ name, costs }) =>
      costs.map(({ part, monthlyUsd }) => ({ what: `${part} in ${name}`, monthlyUsd })),
    )
    .sort((a, b) => b.monthlyUsd - a.monthlyUsd)
    .slice(0, 3)
    .map(({ what, monthlyUsd }) => `${what} ${Math.round(monthlyUsd)}`);
  return [
    {
      path: ['budget', 'monthly'],
      message: `what is asked for costs about ${Math.round(total)} dollars a month, and the budget is ${monthly}; the most goes to ${largest.join(', ')}: raise the budget, or ask for less`,
    },
  ];
}

/** What is above the estimate before anybody is told: estimates are rough, and leave out what use adds. */
export const aboveEstimate = 0.2;

/** What environments may cost a month, in their order: their parts of what was asked for, or a fifth above estimates. */
export function budgetsOf({ budget }: Blueprint, all: readonly Costed[]): readonly number[] | undefined {
  const { monthly, alarms } = budget;
  if (monthly !== undefined) return all.map((one) => shareOfBudget(one, all, monthly));
  return alarms
    ? all.map((one) => Math.max(10, Math.ceil((totalOf(one) * (1 + aboveEstimate)) / 10) * 10))
    : undefined;
}

/** The part of the budget that an environment gets: as its estimated part of all costs. */
function shareOfBudget(one: Costed, all: readonly Costed[], budget: number): number {
  const total = all.reduce((sum, other) => sum + totalOf(other), 0);
  return Math.max(1, Math.round(total === 0 ? budget / all.length : (budget * totalOf(one)) / total));
}

/** US dollars a month. */
export function totalOf({ costs }: Pick<Costed, 'costs'>): number {
  return costs.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0);
}
