import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Decision } from '../decision.ts';
import { aboveEstimate } from './budget.ts';

/**
 * What costs are held against. It is decided once they are known.
 * @param budgets of the environments, in US dollars a month; absent where nobody wants any
 */
export function decideSpending(
  { budget, environments, source }: Blueprint,
  estimate: number,
  budgets: readonly number[] | undefined,
): Decision {
  const { monthly, alarms, contact } = budget;
  const choice = monthly !== undefined ? 'budget' : alarms ? 'from-estimate' : 'none';
  const share = `${Math.round(aboveEstimate * 100)} %`;
  const whole = Math.round((budgets ?? []).reduce((sum, one) => sum + one, 0));
  return {
    id: 'budget',
    title: 'What costs are held against',
    context: [
      `What is designed costs about ${Math.round(estimate)} dollars a month, by an estimate that leaves out what use adds.`,
    ],
    options: [
      {
        name: 'from-estimate',
        summary: `Each environment may cost ${share} more than its estimate before people are told.`,
      },
      {
        name: 'budget',
        summary:
          'A budget for all, of which each environment has a part as large as its part of the estimate.',
      },
      {
        name: 'none',
        summary: 'What is forgotten, or mined with a key that leaked, shows on the bill a month later.',
      },
    ],
    choice,
    why: {
      budget: ['The blueprint says how much it may be.'],
      'from-estimate': [
        `The blueprint names no budget, and two budgets of an account cost nothing: ${share} above the estimate is assumed to be what a month of ordinary use does not reach.`,
      ],
      none: ['The blueprint asks for no alarms.'],
    }[choice],
    consequences: [
      ...(budgets
        ? [
            `${environments.map(({ name }, at) => `${name} ${Math.round(budgets[at]!)}`).join(', ')} dollars a month${environments.length > 1 ? `, ${whole} together` : ''}.`,
          ]
        : []),
      alarms
        ? `${contact} is told at 80 % and at all of it, when a forecast is above it, and within a day of costs that are unlike before.`
        : 'Nobody is told of what is spent: look at the bill.',
    ],
    wouldChange: [
      ...(monthly === undefined ? ['`budget.monthly`, once somebody says what it may cost.'] : []),
      alarms ? '`budget.alarms: false` where another place watches the bill.' : '`budget.alarms: true`.',
    ],
    key: 'budget',
    asked: source.peek('budget') !== undefined && choice !== 'from-estimate',
  };
}
