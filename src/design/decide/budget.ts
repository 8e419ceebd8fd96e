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
  if (!budget) return [];
  const total = environments.reduce((sum, one) => sum + totalOf(one), 0);
  if (total <= budget.monthly * tolerance) return [];
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
      message: `what is asked for costs about ${Math.round(total)} dollars a month, and the budget is ${budget.monthly}; the most goes to ${largest.join(', ')}: raise the budget, or ask for less`,
    },
  ];
}

/** The part of the budget that an environment gets: as its estimated part of all costs. */
export function shareOfBudget(one: Costed, all: readonly Costed[], budget: number): number {
  const total = all.reduce((sum, other) => sum + totalOf(other), 0);
  return Math.max(1, Math.round(total === 0 ? budget / all.length : (budget * totalOf(one)) / total));
}

/** US dollars a month. */
export function totalOf({ costs }: Pick<Costed, 'costs'>): number {
  return costs.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0);
}
