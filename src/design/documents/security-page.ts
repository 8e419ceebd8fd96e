import { listed } from '../../report/wording.ts';
import { type About, decisionLink, documentPaths, places } from './about.ts';
import { complianceMatrix, type Found, foundMechanisms, frameworksOf, named } from './compliance-matrix.ts';
import { flowDiagram } from './diagrams.ts';
import { dataTable, identityTable } from './identities.ts';
import { bullets, linksFrom, page, section, table } from './markdown.ts';
import { answersTo, crossingsOf } from './threats.ts';
import { secretsToFill } from './to-fill.ts';

const at = documentPaths.security;
const link = linksFrom(at);

/** `docs/security.md`: boundaries, threats, what answers them and where, and how it stands to what is audited. */
export function securityPage(about: About): string {
  const { architecture, main } = about;
  const found = foundMechanisms(about);
  const frameworks = frameworksOf(about);
  const asked = frameworks.map(({ title }) => title.split(',')[0]!);
  return page(
    `Security of ${architecture.name}`,
    `What could go wrong, what stands against it and where that is in this repository, and what is left for people.${asked.length > 0 ? ` It is audited against ${listed(asked)}.` : ''} A control is named only where its file is in this output.`,
    section('Trust boundaries', boundaries(about), flowDiagram(main)),
    section(
      'Threats',
      'Each way over a boundary, with what could go wrong on it (STRIDE). The numbers are those of [the list of controls](#controls), which says where each is.',
      ...crossingsOf(about).map((one) => crossingText(one, found)),
    ),
    section(
      'Controls',
      table(
        ['', 'what is done', 'where'],
        found.map(({ mechanism, paths }, at) => [String(at + 1), mechanism.what, places(link, paths)]),
      ),
    ),
    section('Identities and rights', identityTable(about)),
    main.datastores.length > 0 && section('Data', dataTable(about)),
    section('Keys', keys(about)),
    section('Secrets', secrets(about)),
    ...frameworks.map((framework) =>
      section(`Matrix: ${framework.title}`, complianceMatrix(framework, found)),
    ),
    frameworks.length > 0 &&
      section(
        'Evidence',
        `This matrix says what was built. What stands in the code at any moment is told by \`npx plinth verify . ${frameworks.map(({ id }) => `--compliance ${id}`).join(' ')}\`: run it before an audit, and keep its report.`,
      ),
    section('What stays open', openList(about, found)),
  );
}

function boundaries(about: About): string {
  const { architecture, main } = about;
  const { platform } = architecture;
  return bullets([
    architecture.environments.length === 1
      ? `There is one environment, in account ${main.account}: whatever else is in that account is inside (${decisionLink(architecture, at, 'accounts')}).`
      : platform.accounts === 'per-environment'
        ? 'Between environments: accounts of their own.'
        : `Between environments: names and rights in one account (${decisionLink(architecture, at, 'accounts')}).`,
    `Between the internet and the platform: ${edgeOf(about)} (${decisionLink(architecture, at, 'edge')}).`,
    ...(main.network.peers.length > 0 || main.network.vpn
      ? [
          `Between private networks and the platform: ${listed([...main.network.peers.map(({ name, cidr }) => `${name} (${cidr})`), ...(main.network.vpn ? [`the VPN (${main.network.vpn.cidr})`] : [])])} reach what is exposed without \`public\`, and nothing else.`,
        ]
      : []),
    'Between what computes and data: subnets of their own, without a way to the internet.',
    ...(main.namespaces.length > 1 && platform.compute === 'eks'
      ? [`Between teams: namespaces (${listed(main.namespaces.map(({ name }) => name))}).`]
      : []),
  ]);
}

function edgeOf({ architecture: { platform }, main }: About): string {
  const balanced = main.services.some(({ expose }) => expose?.public);
  const open =
    balanced ||
    main.functions.some(({ triggers }) => triggers.some((one) => one.kind === 'http' && one.expose.public));
  if (!open) return 'nothing is let in';
  if (platform.edge === 'cloudfront') return 'CloudFront with a web ACL';
  const door = balanced ? 'the load balancer' : 'the API gateway';
  return platform.edge === 'waf' ? `a web ACL at ${door}` : door;
}

function crossingText(
  { title, flows, threats }: ReturnType<typeof crossingsOf>[number],
  found: readonly Found[],
): string {
  const rows = threats.map((threat) => {
    const answers = answersTo(threat, found);
    return [
      threat.stride,
      threat.what,
      answers.map((one) => named(one, found)).join('; ') || (threat.open ? '' : '**nothing here**'),
      threat.isClosed && answers.length > 0 ? '' : (threat.open ?? ''),
    ];
  });
  return `### ${title}\n\n${listed(flows)}.\n\n${table(['', 'threat', 'answered by', 'left to people and services'], rows)}`;
}

function keys({ architecture, written }: About): string {
  const files = written.find(/^terraform\/(environments|bootstrap)\/.*\.tf$/, /modules\/kms-key"/);
  const told = files.flatMap((path) =>
    [
      ...written
        .text(path)
        .matchAll(/modules\/kms-key"[\s\S]*?\n\s+name\s+= "([^"]+)"\s*\n\s+description\s+= "([^"]+)"/g),
    ].map(([, name, description]) => [`\`${name}\``, description!, link(path)]),
  );
  return told.length === 0
    ? `No keys of its own: ${architecture.name} uses those that AWS manages.`
    : `${table(['key', 'for', 'where'], told)}\nAll change their material once a year by themselves. A key is never deleted with its environment: AWS waits, and data that it encrypts is lost with it.`;
}

function secrets(about: About): string {
  const { main, architecture } = about;
  const all = [...main.services, ...main.jobs, ...main.functions].flatMap(({ secrets: used, name }) =>
    used.map((one) => ({ ...one, by: name })),
  );
  const watching = secretsToFill(about).filter(
    ({ environment, remoteName }) =>
      environment === main.name && !all.some((one) => one.remoteName === remoteName),
  );
  if (all.length + watching.length === 0) return 'No workload needs any.';
  const rows = [...new Set(all.map(({ remoteName }) => remoteName))].map((remoteName) => {
    const ones = all.filter((one) => one.remoteName === remoteName);
    return [
      `\`${remoteName}\``,
      [...new Set(ones.flatMap(({ properties }) => Object.keys(properties)))].join(', '),
      ones[0]!.kind === 'app' ? 'a person' : 'Terraform',
      [...new Set(ones.map(({ by }) => by))].join(', '),
    ];
  });
  rows.push(
    ...watching.map(({ remoteName, keys: held }) => [
      `\`${remoteName}\``,
      held.join(', '),
      'a person',
      'what watches and tells people',
    ]),
  );
  return `Kept in ${architecture.platform.secrets === 'vault' ? 'Vault' : 'AWS Secrets Manager'}; in ${main.name}:\n\n${table(['secret', 'keys', 'filled in by', 'read by'], rows)}`;
}

function openList(about: About, found: readonly Found[]): string {
  const open = crossingsOf(about).flatMap(({ threats, title }) =>
    threats
      .filter((threat) => answersTo(threat, found).length === 0)
      .map(
        ({ what, open: left }) =>
          `${title}: ${what}. ${left === undefined ? 'Nothing here answers it: accept it by name, or change the blueprint.' : `Left to them: ${left}.`}`,
      ),
  );
  return bullets([
    ...open,
    'Whoever may approve changes, and administrators of the accounts, may do everything: review who they are each quarter.',
  ]);
}
