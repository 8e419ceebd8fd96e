import type { Compute } from './compute.ts';
import type { Decided, Facts } from './decided.ts';

/** What adds nodes to clusters. */
export function decideNodes(
  { blueprint }: Facts,
  compute: Compute,
): Decided<'managed-groups' | 'karpenter' | 'none'> {
  const { services, decisions } = blueprint;
  const choice =
    compute === 'eks' ? (decisions.nodes ?? (services.length > 10 ? 'karpenter' : 'managed-groups')) : 'none';
  return {
    choice,
    complaints:
      decisions.nodes !== undefined && compute !== 'eks'
        ? [
            {
              path: ['decisions', 'nodes'],
              message: `there is no cluster to add nodes to, since compute is ${compute}: leave nodes out`,
            },
          ]
        : [],
    decision: {
      id: 'nodes',
      title: 'What adds nodes to clusters',
      context: [compute === 'eks' ? `${services.length} services are to be placed.` : 'There is no cluster.'],
      options: [
        {
          name: 'managed-groups',
          summary:
            'Groups of nodes that AWS replaces and the cluster autoscaler resizes: simple, known sizes.',
        },
        {
          name: 'karpenter',
          summary:
            'Nodes made to fit what waits: packs tighter with many different workloads, and is one more part to run.',
        },
        { name: 'none', summary: 'Nothing to add to.' },
      ],
      choice,
      why: [
        choice === 'karpenter'
          ? 'Many workloads of different sizes leave gaps in nodes of one size.'
          : choice === 'none'
            ? 'There is no cluster.'
            : 'Few workloads fit into nodes of one size.',
      ],
      consequences:
        choice === 'none'
          ? []
          : ['What the cluster itself needs runs on a small group of its own, on demand.'],
      wouldChange: ['More than ten services lead to karpenter.'],
      key: 'decisions.nodes',
      asked: decisions.nodes !== undefined,
    },
  };
}
