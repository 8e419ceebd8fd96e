import { monthly, regionFactor } from '../../../data/prices/aws.ts';
import type { Compute } from './compute.ts';
import type { Decided, Facts } from './decided.ts';

/** Where workloads get secrets from. */
export function decideSecrets({ blueprint }: Facts, compute: Compute): Decided<'external-secrets' | 'vault'> {
  const { secrets: choice, services, jobs, functions, datastores, environments, source } = blueprint;
  const holders = [...services, ...jobs, ...functions].filter(({ secrets }) => secrets.length > 0).length;
  const connections = datastores.filter(({ type }) => ['postgres', 'mysql', 'redis'].includes(type)).length;
  const inCluster = compute === 'eks';
  const managed = inCluster ? 'external-secrets' : 'Secrets Manager';
  const isRecovered = environments.some(({ recoveryRegion }) => recoveryRegion !== undefined);
  const amount = (holders + connections) * environments.length;
  return {
    choice,
    complaints:
      choice === 'vault' && compute !== 'eks'
        ? [
            {
              path: ['secrets'],
              message:
                'Vault runs in Kubernetes here, and there is no cluster: take external-secrets, which is AWS Secrets Manager',
            },
          ]
        : [],
    decision: {
      id: 'secrets',
      title: 'Where secrets come from',
      context: [`${amount} secrets over all environments. None is in code, in an image or in a state.`],
      options: [
        {
          name: managed,
          summary: `AWS Secrets Manager, read by the workload’s own identity${inCluster ? ', through External Secrets' : ''}.`,
          monthlyUsd: Math.round(amount * monthly.secret * regionFactor(environments.at(-1)!.region)),
        },
        {
          name: 'vault',
          summary:
            'HashiCorp Vault in the cluster: credentials made for each user, and a system that must never be lost.',
          monthlyUsd: 120 * environments.length,
        },
      ],
      choice: choice === 'vault' ? choice : managed,
      why: [
        choice === 'vault'
          ? 'The blueprint asks for it.'
          : 'AWS runs it, rotation is a setting, and every read is in the audit trail.',
      ],
      consequences: [
        'Values of secrets under `secrets` are put in by a person, once an environment.',
        'Connections of databases are put in by Terraform without being kept in its state.',
        ...(choice === 'vault' && isRecovered
          ? [
              'Vault of a recovery region is one of its own: a snapshot of the other cannot be unsealed there, since the key that unseals it stays in the region that is lost. So who fills in a secret fills in both, and Secrets Manager, which copies, is the choice where nobody wants to.',
            ]
          : []),
      ],
      wouldChange: ['Credentials that have to live for minutes only, or several clouds, lead to vault.'],
      key: 'secrets',
      asked: source.peek('secrets') !== undefined,
    },
  };
}
