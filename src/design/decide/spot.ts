import { spotShareOfPrice } from '../../../data/prices/aws.ts';
import type { Compute } from './compute.ts';
import { counted, type Decided, type Facts } from './decided.ts';

/** Share of the capacity that may run on spot. */
export function decideSpot({ blueprint, objective, main }: Facts, compute: Compute): Decided<number> {
  const { services, jobs, decisions, budget } = blueprint;
  const movable = services.filter(({ stateless, scale }) => stateless && scale.min > 1);
  const possible = compute !== 'lambda' && movable.length + jobs.length > 0;
  const decided = !possible ? 0 : objective > 99.9 ? 0.3 : budget ? 0.5 : 0.3;
  const choice = decisions.spot ?? decided;
  return {
    choice,
    complaints:
      choice > 0.7 && main.production && objective > 99.9
        ? [
            {
              path: ['decisions', 'spot'],
              message: `with ${Math.round(choice * 100)} % on spot a shortage takes most replicas at once, which ${objective} % does not allow: at most 0.7`,
            },
          ]
        : [],
    decision: {
      id: 'spot',
      title: 'How much runs on spot capacity',
      context: [
        `${counted(movable.length, 'service')} can lose a replica at any time, and so can ${counted(jobs.length, 'job')}.`,
      ],
      options: [
        { name: '0', summary: 'All on demand: nothing is taken away.' },
        { name: '0.3', summary: 'A third: cheap headroom, and on-demand capacity alone still answers.' },
        { name: '0.5', summary: 'Half: saves most where money is short and a slow minute is allowed.' },
      ],
      choice: String(choice),
      why: [
        choice === 0
          ? 'Nothing here may be ended at any time, or nothing runs all the time.'
          : `Spot costs about ${Math.round(spotShareOfPrice * 100)} % of the price, and is taken back with two minutes’ notice; what is stateless and has a second replica survives that.`,
      ],
      consequences:
        choice === 0
          ? []
          : [
              'At least one replica of each service stays on demand.',
              'Several instance types are allowed, so that one shortage does not take all.',
            ],
      wouldChange: ['An objective of 99.9 % or less and a budget lead to more; stateful services to less.'],
      key: 'decisions.spot',
      asked: decisions.spot !== undefined,
    },
  };
}
