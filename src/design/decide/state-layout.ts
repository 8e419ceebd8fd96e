import type { Decided, Facts } from './decided.ts';

/** How Terraform's states are cut. */
export function decideStates({ blueprint }: Facts): Decided<'per-boundary' | 'per-environment'> {
  const { decisions, environments } = blueprint;
  const choice = decisions.state ?? 'per-boundary';
  return {
    choice,
    decision: {
      id: 'state-layout',
      title: 'How Terraform states are cut',
      context: [
        `There are ${environments.length} environments, and networks and data change far less often than services.`,
      ],
      options: [
        {
          name: 'per-boundary',
          summary:
            'A state each for network, platform, data and services of an environment: a mistake breaks one, plans are short, rights can differ.',
          monthlyUsd: 0,
        },
        {
          name: 'per-environment',
          summary: 'One state an environment: one apply, and every change can touch everything.',
          monthlyUsd: 0,
        },
      ],
      choice,
      why: [
        choice === 'per-boundary'
          ? 'A change to a service must not be able to replace a database.'
          : 'The blueprint asks for it.',
      ],
      consequences: [
        'Each environment has a bucket of its own in its account: encrypted, versioned, locked and private.',
        ...(choice === 'per-boundary'
          ? ['Boundaries read each other’s outputs, in the order network, platform, data, services.']
          : []),
      ],
      wouldChange: ['A system with one service and no data.'],
      key: 'decisions.state',
      asked: decisions.state !== undefined,
    },
  };
}
