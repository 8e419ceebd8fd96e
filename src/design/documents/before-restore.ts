import { listed } from '../../report/wording.ts';
import { type About, documentPaths, runbooksFolder } from './about.ts';
import { bullets, linksFrom, shell } from './markdown.ts';
import { clusterAccess } from './restore-common.ts';

/** What every step of the page takes for granted. @param at the page */
export function beforeRestore({ architecture, main, written }: About, at: string): string {
  const link = linksFrom(at);
  const { repository, branch, gitops } = architecture.delivery;
  const inCluster = main.cluster !== undefined;
  const tools = [
    'aws',
    'terraform',
    'jq',
    ...(inCluster ? ['kubectl', ...(gitops === 'flux' ? ['flux'] : [])] : []),
  ];
  const platform = main.states.find(({ name }) => name === 'platform' || name === 'all')!.path;
  const told = bullets([
    `Declare an incident (${link(documentPaths.onCall, 'on call')}): one person leads, another one writes down what is done and when.`,
    'Find out what is broken, and since when. A restore to a moment after the damage restores the damage.',
    `Whether it is only a part that failed is told by the ${written.isFolder(runbooksFolder) ? link(runbooksFolder, 'runbooks') : link(documentPaths.architecture, 'architecture')}: most failures mend themselves.`,
    `Commands are for bash, in the root of a working copy of \`${repository}\` as \`${branch}\` has it, signed in to account ${main.account} with rights to change what is in it; they use ${listed(tools.map((one) => `\`${one}\``))}.`,
    ...(inCluster
      ? [
          `Those of \`kubectl\` need a network that reaches the cluster, and one of the roles in \`administrator_role_arns\` of \`${platform}\`. Where nothing else is said they are for ${main.name}:`,
        ]
      : []),
  ]);
  return inCluster ? `${told}\n${shell(clusterAccess(main))}` : told;
}
