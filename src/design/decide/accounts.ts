import { counted, type Decided, type Facts } from './decided.ts';

/** Whether environments have accounts of their own. */
export function decideAccounts({ blueprint, regulated, main }: Facts): Decided<'single' | 'per-environment'> {
  const { environments, decisions } = blueprint;
  const different = new Set(environments.map(({ account }) => account)).size === environments.length;
  const choice = different && environments.length > 1 ? 'per-environment' : 'single';
  const shared = environments.filter((one) => one !== main && one.account === main.account);
  const path = main && environments.length > 1 ? ['environments', main.name, 'account'] : ['account'];
  return {
    choice,
    complaints: [
      ...(regulated && main.production && shared.length > 0
        ? [
            {
              path,
              message: `${main.name} shares the account ${main.account} with ${shared.map(({ name }) => name).join(', ')}, and who audits asks for production to be apart (PCI-DSS 6.5.3, SOC 2 CC6.1): give it an account of its own`,
            },
          ]
        : []),
      ...(decisions.accounts !== undefined && decisions.accounts !== choice && environments.length > 1
        ? [
            {
              path: ['decisions', 'accounts'],
              message: `the environments name ${choice === 'single' ? 'one account together' : 'an account each'}, and accounts says ${decisions.accounts}: change one of the two`,
            },
          ]
        : []),
    ],
    decision: {
      id: 'accounts',
      title: 'One AWS account or one an environment',
      context: [
        `The environments name ${counted(new Set(environments.map(({ account }) => account)).size, 'account')}.`,
      ],
      options: [
        {
          name: 'single',
          summary: 'One account: less to set up, and quotas, mistakes and rights reach across environments.',
          monthlyUsd: 0,
        },
        {
          name: 'per-environment',
          summary: 'An account each: the strongest wall that AWS has, and a bill by environment.',
          monthlyUsd: environments.length * 5,
        },
      ],
      choice,
      why: [
        choice === 'single'
          ? 'The blueprint names one account; names, tags and rights keep environments apart in it.'
          : 'Nothing done in one environment can reach another.',
      ],
      consequences: ['Each environment has its own states, keys and identities in either case.'],
      wouldChange: ['An account under each environment leads to per-environment.'],
      key: 'environments.*.account',
      asked: true,
    },
  };
}
