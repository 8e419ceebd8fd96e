import { listed } from '../../report/wording.ts';
import type { Architecture } from '../architecture.ts';
import { registryOf } from '../pipeline/releases.ts';
import { rolesOf } from '../pipeline/roles.ts';
import { tools } from '../pipeline/tools.ts';
import { isOfOthers } from '../public-images.ts';
import { type About, decisionLink, documentPaths, workloadsOf } from './about.ts';
import { codeHost } from './code-host.ts';
import { copiesOfImages } from './copies-of-images.ts';
import { delegations } from './domains.ts';
import { bullets, linksFrom, page, section, shell, steps, table } from './markdown.ts';
import { quotaTable } from './quotas.ts';
import { secretsToFill, variablesToFill } from './to-fill.ts';
import { vaultsToFill } from './vaults.ts';

const at = documentPaths.prerequisites;
const link = linksFrom(at);

/** `docs/prerequisites.md`: all that a person has to have, to decide or to fill in, in the order in which it is needed. */
export function prerequisitesPage(about: About): string {
  const { architecture } = about;
  return page(
    `What ${architecture.name} needs before it runs`,
    section('In this order', order(about)),
    section('Accounts', accounts(about)),
    section('Tools', toolTable(about)),
    section(
      'Quotas',
      'Asking for more takes AWS hours to days. Ask first.',
      quotaTable(architecture.environments),
    ),
    section('The code host', codeHost(about)),
    section('Domains', delegations(about)),
    section('Networks of others', networks(about)),
    section('Secrets that a person fills in', secretTable(about)),
    section('Variables', variableTable(about)),
    section('Images and packages', images(about)),
    section('Copies of images', copiesOfImages(about)),
    section('People', people(about)),
  );
}

function order(about: About): string {
  const { architecture, written } = about;
  return steps([
    `Accounts, and somebody who may do everything in them once.`,
    'Quotas: ask for those that are too small.',
    `The repository \`${architecture.delivery.repository}\` with its teams, environments and protection.`,
    `The bootstrap of each environment (${listed(architecture.environments.map(({ name }) => name))}): ${link('terraform/bootstrap/README.md')}.`,
    ...(delegations(about) === undefined
      ? []
      : ['The delegation of domains, while the first apply waits for it.']),
    ...(secretsToFill(about).length > 0
      ? ['Secrets: their names are made by Terraform, their values by people.']
      : []),
    ...(written.isFolder('gitops') ? [`What brings manifests into clusters: ${link('gitops')}.`] : []),
    `Then ${link(documentPaths.readme, 'the first day')}.`,
  ]);
}

function accounts({ architecture }: About): string {
  return `${table(
    ['environment', 'account', 'region', 'bucket of states'],
    architecture.environments.flatMap(({ name, account, region, stateBucket, recovery }) => [
      [name, account, region, `\`${stateBucket}\``],
      ...(recovery ? [[`${name}, recovery`, account, recovery.region, `\`${recovery.stateBucket}\``]] : []),
    ]),
  )}
Who applies the bootstrap needs administrator rights in the account, by single sign-on and with a second factor; nobody needs them after that. Why the accounts are as they are: ${decisionLink(architecture, at, 'accounts')}. The root user of each has a second factor, no keys, and is locked away.`;
}

function toolTable({ architecture }: About): string {
  const { platform, delivery } = architecture;
  return table(
    ['tool', 'version', 'for'],
    [
      ['`terraform`', tools.terraform, 'the bootstrap, and what cannot wait for the pipeline'],
      ['`aws`', '2', 'looking, delegating, filling in secrets, restoring'],
      ['`git`', '2', 'everything else is a commit'],
      [
        '`plinth` (`npx`, with Node.js 20.19 or later)',
        tools.plinth,
        'writing this again from `plinth.yaml`, and judging it',
      ],
      ...(platform.compute === 'eks'
        ? [
            ['`kubectl`', platform.kubernetesVersion, 'looking into clusters'],
            ...(delivery.packaging === 'helm'
              ? [['`helm`', '3', 'rendering charts before they are committed']]
              : []),
            ...(delivery.gitops === 'argocd'
              ? [['`argocd`', 'that of the cluster', 'looking at what is synced']]
              : []),
            ...(delivery.gitops === 'flux'
              ? [['`flux`', 'that of the cluster', 'looking at what is reconciled']]
              : []),
          ]
        : []),
      ['`conftest`', tools.conftest, 'holding plans against `policy/`, as the pipeline does'],
    ],
  );
}

function networks({ architecture }: About): string {
  return bullets(
    architecture.environments.flatMap(({ name, network }) => [
      ...network.peers.map(
        ({ name: peer, cidr, account, vpc }) =>
          `${name}, ${peer} (${cidr}): ${account ? `account ${account} accepts the connection, and ` : ''}routes ${network.cidr} to it${vpc ? '' : '; the id of its VPC is a variable'}.`,
      ),
      ...(network.vpn
        ? [
            `${name}, VPN (${network.vpn.cidr}): the other end${network.vpn.gateway ? ` at ${network.vpn.gateway}` : ', whose public address is a variable,'} gets both tunnels from the AWS console (VPC, Site-to-Site VPN, Download configuration).`,
          ]
        : []),
    ]),
  );
}

function secretTable(about: About): string {
  const all = secretsToFill(about);
  if (all.length === 0) return 'None: what connects to datastores is filled in by Terraform.';
  const [first] = all as [(typeof all)[number]];
  const byHand = all
    .map(({ remoteName }) => remoteName)
    .filter((name) => about.written.find(/^terraform\/.*\.tf$/, new RegExp(`"${name}"`)).length === 0);
  const rows = table(
    ['environment', 'secret', 'keys of its JSON', 'known to'],
    all.map(({ environment, remoteName, keys, owner }) => [
      environment,
      `\`${remoteName}\``,
      keys.map((key) => `\`${key}\``).join(', '),
      owner,
    ]),
  );
  if (about.architecture.platform.secrets === 'vault')
    return `${rows}\nEach is a path in Vault (KV version 2).\n\n${vaultsToFill(about, first.remoteName)}`;
  return `${rows}
Terraform makes them empty${byHand.length > 0 ? `, but for ${listed(byHand.map((name) => `\`${name}\``))}: make ${byHand.length === 1 ? 'that' : 'those'} with \`aws secretsmanager create-secret\`` : ''}; what reads them waits until it is filled in. From a file that is deleted at once, so that no value stays in the history of a shell:

${shell(`aws secretsmanager put-secret-value --region ${first.region} --secret-id ${first.remoteName} --secret-string file://secret.json && rm secret.json`)}`;
}

function variableTable(about: About): string {
  const all = variablesToFill(about);
  const byName = [...new Set(all.map(({ name }) => name))].map((name) =>
    all.filter((one) => one.name === name),
  );
  return byName.length === 0
    ? 'None: everything is in the blueprint.'
    : `${table(
        ['variable', 'what it is', 'has to be set', 'in'],
        byName.map((ones) => [
          `\`${ones[0]!.name}\``,
          ones[0]!.description,
          ones[0]!.required ? '**yes**' : 'no, it has a default',
          ones.map(({ root }) => link(root)).join(', '),
        ]),
      )}\nA value goes into a file \`NAME.auto.tfvars\` in that folder, which Terraform reads by itself; it is committed, as none of them is secret.`;
}

function images({ main, architecture }: About): string {
  const all = workloadsOf(main).flatMap((one) =>
    'image' in one && one.image !== undefined ? [one.image] : [],
  );
  const packages = main.functions.filter(({ image }) => image === undefined).map(({ name }) => name);
  return bullets([
    ...(all.length > 0
      ? [
          `For ARM (\`linux/arm64\`): ${listed([...new Set(all)].map((image) => `\`${image}\``))}, each by its digest.`,
          ...others(all),
        ]
      : []),
    ...[...new Set(all.filter((image) => !isOfOthers(image)).map(registryOf))]
      .sort()
      .map((host) => pulling(host, architecture)),
    ...(packages.length > 0
      ? [
          `Packages of functions, for ARM: ${listed(packages.map((name) => `\`${name}\``))}, as \`package.zip\` of the pipeline that builds each; repositories that may upload are \`packages_subjects\` of ${link('terraform/bootstrap/README.md')}.`,
        ]
      : []),
  ]);
}

/** What nobody here builds has a digest as well, which somebody has to look up. */
function others(images: readonly string[]): string[] {
  const made = [...new Set(images.filter(isOfOthers))];
  return made.length === 0
    ? []
    : [
        `Made by others, public, and released by their digests like ours, scanned but not signed by us: ${listed(made.map((image) => `\`${image}\``))}. Their digests, and new ones when they mend something, are told by\n\n${shell(`docker buildx imagetools inspect ${made[0]} --format '{{.Manifest.Digest}}'`)}`,
      ];
}

/** What lets a cluster or a task have the images of a registry. */
function pulling(host: string, { platform, environments }: Architecture): string {
  const inCluster = platform.compute === 'eks';
  const who = inCluster ? 'Nodes' : 'Tasks';
  const owner = /^(\d{12})\.dkr\.ecr\./.exec(host)?.[1];
  if (owner === undefined)
    return `\`${host}\`: ${who.toLowerCase()} show it no password. Images there have to be public, or be in ECR under a name that the blueprint then has. Where they have to be private and there: ${
      inCluster
        ? 'a secret of type `kubernetes.io/dockerconfigjson` in each namespace, which External Secrets can make, named under `imagePullSecrets` of its service accounts'
        : '`repositoryCredentials` of the containers, with a secret that the role of their execution may read'
    }; the next design keeps what you add.${host === 'docker.io' ? ' Docker Hub counts what comes from one address, here that of the NAT, and turns it away above its limit: best is a copy in ECR, under a name that the blueprint then has.' : ''}`;
  const foreign = environments.filter(({ account }) => account !== owner).map(({ account }) => account);
  return `\`${host}\`: ${who.toLowerCase()} of account ${owner} may pull${foreign.length > 0 ? `; the policies of its repositories have to let ${listed([...new Set(foreign)])} in` : ''}.`;
}

function people({ architecture }: About): string {
  return table(
    ['team', 'mail', 'channel', 'code host', 'cost centre'],
    architecture.owners.map(({ name, email, channel, github, costCentre }) => [
      name,
      email,
      channel,
      `\`@${github}\``,
      `\`${costCentre}\``,
    ]),
  ).concat(
    `\nRoles of the pipeline are made by the bootstrap: ${listed(architecture.environments.map((one) => `\`${rolesOf(one).apply.split('/').at(-1)}\``))}.`,
  );
}
