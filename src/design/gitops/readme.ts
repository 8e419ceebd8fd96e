import { addonNamespaces } from '../addon-namespaces.ts';
import type { Architecture } from '../architecture.ts';
import { bullets, table } from '../documents/markdown.ts';
import type { Environment } from '../environment.ts';
import { hostedIn } from '../hosted.ts';
import type { Addon } from './addon.ts';
import { type AddonName, charts } from './charts.ts';
import { branchOf } from './flux/source.ts';
import { activateCommand, holdsBack } from './held.ts';
import {
  activationFolder,
  addonBase,
  addonFolder,
  clusterFolder,
  isApproved,
  repositoryUrl,
  restsAtWeekends,
} from './repository.ts';
import { deliveryRemoteName } from './settings.ts';
import { vaultBegins } from './vault-begins.ts';

/** How a cluster begins to follow Git, how a change gets through, and what to do when it does not. */
export function readme(
  architecture: Architecture,
  environments: readonly Environment[],
  addons: readonly Addon[],
): string {
  const isFlux = architecture.delivery.gitops === 'flux';
  const tool = isFlux ? 'Flux' : 'Argo CD';
  return `# Delivery

Each cluster has its own ${tool}, which makes it what this repository says. No pipeline and no person has rights to change a cluster.

${table(
  ['Environment', 'Follows', 'A change is applied'],
  environments.map((environment) => [
    environment.name,
    `\`${isFlux ? branchOf(architecture, environment) : architecture.delivery.branch}\``,
    appliedWhen(environment, isFlux),
  ]),
)}

${bullets([
  '`clusters/` is what each cluster reads first: the order, and the walls between teams.',
  '`addons/` are values of charts, alike (`base`) and by environment (`overlays`).',
  '`foundation/` are namespaces of add-ons, closed but for what they need, and the class of volumes.',
  '`settings/` are secrets of delivery itself, and what it tells people.',
])}
## Add-ons

${table(
  ['Add-on', 'Chart', 'Version', 'What for'],
  addons.map(({ name, does }) => [name, charts[name].chart, charts[name].version, does]),
)}
A new version is a commit that changes it in \`${isFlux ? 'addons/*/base/release.yaml' : 'clusters/*/addons/'}\`, first for ${environments[0]!.name}.

## A cluster begins

Once, from a machine that reaches the API of the cluster (through the VPN), with the rights of an administrator.

1. Put what ${tool} reads with into the secret \`${deliveryRemoteName(environments[0]!)}\` (and its like in each environment): ${keysOf(architecture)}.
${branchesToMake(architecture, environments)}${isFlux && environments.some(isApproved) ? 3 : 2}. Install:

\`\`\`sh
${beginOf(architecture, environments[0]!)}
\`\`\`

From then on ${tool} keeps itself as well: the same chart is among the add-ons.${
    isFlux
      ? ''
      : ` Nobody has a password: until single sign-on is set (\`configs.cm\` in \`${addonBase('argo-cd')}/values.yaml\`), who has rights in the cluster looks and syncs with \`argocd --core\`, in the namespace \`argocd\`.`
  }${
    !isFlux && environments.some(isApproved)
      ? ' Where people approve, applications appear stage by stage: each stage waits until those of the one before were synced and are well.'
      : ''
  }

${vaultBegins(architecture, environments)}${standbys(architecture, environments)}## A release

The pipeline builds an image once and writes its digest into the overlay of ${environments[0]!.name}. The same digest is written into the next environment by the next pull request: what was tried is what is released.

## A step back

Revert the commit. ${isFlux ? 'Flux applies the state before it; a release of a chart that fails is rolled back by itself.' : 'Argo CD applies the state before it. Its button for a rollback is for emergencies: Git would still say the opposite.'}

## Something differs from Git

${
  isFlux
    ? 'Flux changes back within ten minutes what somebody changed by hand. `flux get kustomizations -A` and `flux get helmreleases -A` say what it could not.'
    : '`argocd app diff NAME` shows what. Where it was changed by hand: put it into Git, or sync. Where a sync waits for an approval: approve and sync, or revert the commit.'
}

## A sync fails

${bullets([
  isFlux
    ? '`kubectl describe` of the Kustomization or HelmRelease says why.'
    : '`argocd app get NAME` says which object was refused, and why.',
  'Refused by a policy: the message names the rule; `policy/admission` says how to keep it, or how to be excepted for a while.',
  'A kind that is not known: the add-on that brings it is not there yet; it is tried again.',
  isFlux
    ? 'Forbidden: the team’s account may not make such an object (`tenants/`).'
    : 'Not permitted in project: the project of the team does not list such objects (`projects.yaml`).',
])}
## Nothing is delivered

${bullets([
  `Pods of ${isFlux ? '`flux-system`' : '`argocd`'}: are they running, and what do they log?`,
  'The repository: is the key in the secret still valid?',
  'Until it is back, what runs keeps running; nothing depends on it but changes.',
])}`;
}

/** The key of the repository, this once by hand: from then on External Secrets keeps the same Secret. */
function firstKey(architecture: Architecture, environment: Environment, namespace: string): string[] {
  const { ci, gitops } = architecture.delivery;
  const kept = (key: string) => `"$(echo "$KEYS" | jq --raw-output .${key})"`;
  const keys =
    gitops === 'argocd' && ci === 'github'
      ? {
          githubAppID: 'githubAppId',
          githubAppInstallationID: 'githubAppInstallationId',
          githubAppPrivateKey: 'githubAppPrivateKey',
        }
      : { username: 'username', password: 'password' };
  const literals = [
    ...(gitops === 'argocd'
      ? ['--from-literal=type=git', `--from-literal=url=${repositoryUrl(architecture)}`]
      : []),
    ...Object.entries(keys).map(([name, key]) => `--from-literal=${name}=${kept(key)}`),
  ];
  return [
    `KEYS=$(aws secretsmanager get-secret-value --region ${environment.region} --secret-id ${deliveryRemoteName(environment)} --query SecretString --output text)`,
    `kubectl --namespace ${namespace} create secret generic repository \\\n  ${literals.join(' \\\n  ')}`,
    ...(gitops === 'argocd'
      ? [`kubectl --namespace ${namespace} label secret repository argocd.argoproj.io/secret-type=repository`]
      : []),
  ];
}

/** A branch that nobody made yet cannot be followed. */
function branchesToMake(architecture: Architecture, environments: readonly Environment[]): string {
  const { gitops, branch } = architecture.delivery;
  const made = gitops === 'flux' ? environments.filter(isApproved) : [];
  if (made.length === 0) return '';
  return `2. Make the branches that are followed: ${made.map((one) => `\`git push origin ${branch}:refs/heads/${branchOf(architecture, one)}\``).join(', ')}.\n`;
}

/** What is in no other cluster: the part that waits. */
function standbys(architecture: Architecture, environments: readonly Environment[]): string {
  return environments
    .flatMap((one) => {
      const followers = hostedIn(one).flatMap((store) =>
        'follows' in store && store.follows ? [store] : [],
      );
      const parts = [
        ...(followers.length > 0 ? [following(one, followers)] : []),
        ...(holdsBack(architecture, one) ? [waiting(one)] : []),
      ];
      return parts.length > 0
        ? [
            `## ${one.name} waits\n\nIt begins as the others do, so that it is ready before it is needed, and makes itself what Git says. ${parts.join('\n')}\n`,
          ]
        : [];
    })
    .join('');
}

function waiting(one: Environment): string {
  return `What would do the work of ${one.standsFor} a second time is held back, in \`${activationFolder(one)}/held\`, until a person applies one file:

\`\`\`sh
${activateCommand(one)}
\`\`\`

When and in which order is said in docs/disaster-recovery.md. Deleting what that file made takes away again what was delivered by it.
`;
}

/** A follower begins from a backup, and gives up after some minutes where there is none. */
function following(one: Environment, followers: readonly { readonly name: string }[]): string {
  const kind = 'clusters.postgresql.cnpg.io';
  const data = addonNamespaces.data;
  return `Databases there (${followers.map(({ name }) => name).join(', ')}) begin from copies of the archives of ${one.standsFor} and follow them, so begin it once each has a backup there: \`kubectl get backups.postgresql.cnpg.io -n ${data}\` in ${one.standsFor} shows one that is \`completed\`, and a quarter of an hour later it is copied. One that began too early has given up (\`kubectl get ${kind} -n ${data}\` says that it needs manual intervention): delete it, and it is made anew.

\`\`\`sh
${followers.map(({ name }) => `kubectl delete ${kind}/${name} -n ${data}`).join('\n')}
\`\`\`

Each refuses to be written to until a person sets \`spec.replica.enabled\` to false in the cluster, as docs/disaster-recovery.md has it. So Git does not say what that is: left out, it means that the database follows.
`;
}

function appliedWhen(environment: Environment, isFlux: boolean): string {
  if (environment.standsFor !== undefined) return `by itself, with the images of ${environment.standsFor}`;
  if (!isFlux && restsAtWeekends(environment))
    return 'by itself, and changes by hand are undone; what teams release from Friday 18:00 to Monday 06:00 UTC waits, unless somebody syncs';
  if (!isApproved(environment)) return 'by itself, and changes by hand are undone';
  const people = environment.approvals === 1 ? 'one person' : `${environment.approvals} people`;
  return isFlux
    ? `once a pull request into that branch is approved by ${people}`
    : `once ${people} approved it and somebody syncs`;
}

function keysOf({ delivery }: Architecture): string {
  const chat = '`slackToken`';
  return delivery.ci === 'github' && delivery.gitops === 'argocd'
    ? `\`githubAppId\`, \`githubAppInstallationId\` and \`githubAppPrivateKey\` of a GitHub App that may read contents, and ${chat}`
    : `\`username\` and \`password\` of a token that may read this repository alone, and ${chat}`;
}

function beginOf(architecture: Architecture, environment: Environment): string {
  const { delivery } = architecture;
  const isFlux = delivery.gitops === 'flux';
  const name: AddonName = isFlux ? 'flux' : 'argo-cd';
  const namespace = isFlux ? 'flux-system' : 'argocd';
  const install = (release: AddonName, into: string, files: readonly string[]) => {
    const { chart, version, repository } = charts[release];
    const values = files.map((file) => ` \\\n  --values ${file}`).join('');
    return `helm upgrade --install ${release} ${chart} --repo ${repository} --version ${version} \\\n  --namespace ${into} --create-namespace --wait${values}`;
  };
  return [
    install('prometheus-operator-crds', 'monitoring', []),
    install(name, namespace, [
      `${addonBase(name)}/values.yaml`,
      ...(isFlux ? [] : [`${addonFolder(name, environment)}/values.yaml`]),
    ]),
    ...firstKey(architecture, environment, namespace),
    `kubectl apply --server-side --filename ${clusterFolder(environment)}/root.yaml`,
  ].join('\n');
}
