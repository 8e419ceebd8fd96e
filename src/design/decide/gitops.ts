import type { Compute } from './compute.ts';
import type { Decided, Facts } from './decided.ts';

/** What brings manifests into clusters. */
export function decideGitops({ blueprint }: Facts, compute: Compute): Decided<'argocd' | 'flux' | 'none'> {
  const { gitops, gitopsAsked } = blueprint.delivery;
  const choice = compute === 'eks' ? gitops : 'none';
  return {
    choice,
    decision: {
      id: 'gitops',
      title: 'What brings manifests into clusters',
      context: [compute === 'eks' ? 'Each environment has a cluster.' : 'There is no cluster.'],
      options: [
        {
          name: 'argocd',
          summary: 'Pulls from the repository, shows what differs, limits teams by projects and windows.',
          monthlyUsd: 0,
        },
        {
          name: 'flux',
          summary: 'Pulls from the repository with small controllers and no screen of its own.',
          monthlyUsd: 0,
        },
        { name: 'none', summary: 'The pipeline deploys.', monthlyUsd: 0 },
      ],
      choice,
      why: [
        choice === 'none'
          ? 'There is nothing to deliver to.'
          : gitopsAsked
            ? 'The blueprint asks for it.'
            : 'People see what runs where and what differs, without rights in the cluster.',
      ],
      consequences:
        choice === 'none'
          ? ['The pipeline’s identity may update services, and nothing else.']
          : [
              'No person and no pipeline has rights to change a cluster by hand.',
              'A step back is a reverted commit.',
            ],
      wouldChange: ['Many small clusters lead to flux.'],
      key: 'delivery.gitops',
      asked: gitopsAsked,
    },
  };
}
