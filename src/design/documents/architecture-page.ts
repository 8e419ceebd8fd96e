import { asDuration } from '../../blueprint/amounts.ts';
import { digits, listed } from '../../report/wording.ts';
import type { Environment } from '../environment.ts';
import { hostedAs, isHosted } from '../hosted.ts';
import { isSwitchedAtAll } from '../office-hours.ts';
import { type About, decisionLink, documentPaths, workloadsOf } from './about.ts';
import { contextDiagram, flowDiagram, platformDiagram } from './diagrams.ts';
import { failureTable } from './failures.ts';
import { bullets, linksFrom, page, section, table } from './markdown.ts';
import { officeHoursPath } from './office-hours-page.ts';

const at = documentPaths.architecture;

/** `docs/architecture.md`: how the platform is built, drawn and told from the architecture. */
export function architecturePage(about: About): string {
  const { architecture, main } = about;
  const { platform, name, environments } = architecture;
  const link = linksFrom(at);
  const alike = environments.every((one) => shapeOf(one) === shapeOf(main));
  return page(
    `Architecture of ${name}`,
    `What stands where, what may talk to what, and what happens when a part is away. Why it is so is in the ${link(documentPaths.decisions, 'decisions')}; what it costs in ${link(documentPaths.cost, 'cost')}.`,
    section('Context', contextDiagram(about)),
    section(
      'Environments',
      ...environments.map(
        (environment) =>
          `### ${environment.name}\n\n${toldOf(environment)}\n\n${platformDiagram(about, environment)}`,
      ),
    ),
    section(
      'Who talks to whom',
      'These connections are possible, and no others: rights, security groups and network policies are written from the same list. Metrics are collected besides.',
      ...(alike
        ? [[sameIn(environments), flowDiagram(main)].filter((text) => text !== '').join('\n\n')]
        : environments.map((environment) => `### In ${environment.name}\n\n${flowDiagram(environment)}`)),
    ),
    section('Components', components(about)),
    section('The way of a request', requestPath(about)),
    section('Boundaries', boundaries(about)),
    section(
      'When a part is away',
      `In ${main.name}:`,
      failureTable(about, main),
      simulateHint(platform.compute),
    ),
    section(
      'Decisions behind it',
      bullets(
        architecture.decisions.map(
          ({ id, title, choice }) => `${title}: \`${choice}\` (${decisionLink(architecture, at, id)})`,
        ),
      ),
    ),
  );
}

/** Whether environments differ in the private networks that reach them. */
function sameIn(environments: readonly Environment[]): string {
  const near = environments.map(({ network }) =>
    JSON.stringify([network.peers.map(({ cidr }) => cidr), network.vpn?.cidr]),
  );
  return new Set(near).size > 1
    ? 'The same in every environment, but for the ranges of private networks; these are those of the last one.'
    : environments.length > 1
      ? 'The same in every environment.'
      : '';
}

/** The shape of an environment: its flows without names that differ by environment. */
function shapeOf({ flows }: Environment): string {
  return JSON.stringify(
    flows.map(({ from, to, port }) => [
      from.kind,
      'name' in from && from.name,
      to.kind,
      'name' in to && to.name,
      port,
    ]),
  );
}

const ready = {
  'warm-standby': 'with everything running, smaller',
  'pilot-light': 'with data that follows, and workloads that are delivered on that day',
  'backup-restore': 'empty, with copies of backups',
} as const;

function toldOf(environment: Environment): string {
  const { zones, network, schedule, dns, sizeFactor, production, standby, recovery } = environment;
  const nat = {
    none: 'no way to the internet but endpoints',
    single: 'one NAT gateway',
    'per-zone': 'a NAT gateway in each zone',
  }[network.nat];
  return [
    `${zones.length} ${zones.length === 1 ? 'zone' : 'zones'}, ${nat}, ${network.endpoints.interface.length + network.endpoints.gateway.length} endpoints of AWS.`,
    `Names: ${dns.zone === undefined ? '' : `\`${dns.zone}\` in public, `}\`${dns.privateZone}\` inside.`,
    sizeFactor === 1 ? '' : `Sizes are multiplied by ${sizeFactor}.`,
    schedule
      ? `It is on ${schedule.text} (${schedule.timezone}), ${schedule.hours} hours a week${isSwitchedAtAll(environment) ? `: ${linksFrom(at)(officeHoursPath, 'office hours')}` : ''}.`
      : '',
    production ? 'People depend on it.' : '',
    standby
      ? `${standby.name} stands in ${standby.region} for the day that ${environment.region} is lost: ${standby.network.cidr}, ${standby.cluster ? `\`${standby.cluster.name}\`, ` : ''}${ready[recovery!.strategy]} (${linksFrom(at)(documentPaths.recovery, 'disaster recovery')}).`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function components({ main }: About): string {
  const runs = workloadsOf(main).map((one) => [
    `\`${one.name}\``,
    one.kind,
    one.owner.name,
    'scale' in one
      ? `${one.scale.min} to ${one.scale.max} replicas of ${one.requests.cpuMilli}m and ${one.requests.memoryMi} MiB, ${one.strategy}`
      : 'memoryMb' in one
        ? `${one.memoryMb} MB, at most ${asDuration(one.timeoutSeconds)}, on ${listed(one.triggers.map(({ kind }) => kind)) || 'calls'}`
        : `${one.schedule === undefined ? 'by hand' : `\`${one.schedule}\` (UTC)`}, at most ${asDuration(one.timeoutSeconds)}`,
    'slo' in one
      ? `${one.slo.availability} %${one.slo.latency ? `, p${one.slo.latency.percentile} below ${one.slo.latency.milliseconds} ms` : ''}`
      : '',
  ]);
  const stores = main.datastores.map((one) => [
    `\`${one.name}\``,
    isHosted(one)
      ? hostedAs(one)
      : 'instanceClass' in one
        ? `${one.type} ${one.version}, ${one.instanceClass}`
        : 'nodeType' in one
          ? `${one.type} ${one.version}, ${one.nodes} × ${one.nodeType}`
          : one.type,
    one.owner.name,
    one.sensitivity,
    one.type === 'queue' || one.type === 'topic'
      ? ''
      : one.type === 'redis'
        ? `at most ${digits(one.memoryMi)} MiB, in memory`
        : `${one.storageGb} GB, ${one.storageGbInAYear} GB in a year`,
    one.usedBy.join(', '),
  ]);
  return [
    table(['what runs', 'kind', 'owner', 'how much', 'objective'], runs),
    stores.length > 0 && table(['what keeps data', 'as', 'owner', 'sensitivity', 'holds', 'used by'], stores),
  ]
    .filter(Boolean)
    .join('\n');
}

function requestPath({ architecture, main }: About): string {
  const { edge, ingress, mesh } = architecture.platform;
  const exposed = main.services.filter(({ expose }) => expose);
  const answering = main.functions.flatMap((one) =>
    one.triggers.flatMap((trigger) =>
      trigger.kind === 'http' ? [{ name: one.name, expose: trigger.expose }] : [],
    ),
  );
  const services = exposed.map(({ name, expose, port, protocol }) => {
    const way = [
      ...(expose!.public ? ['the internet'] : ['peers and the VPN']),
      ...(expose!.public && edge === 'cloudfront' ? ['CloudFront (TLS, web ACL)'] : []),
      ingress === 'nginx'
        ? 'ingress-nginx (TLS)'
        : `load balancer (TLS${expose!.public && edge === 'waf' ? ', web ACL' : ''})`,
      `\`${name}\` on ${port} (${mesh === 'none' ? protocol : `${protocol}, mTLS by ${mesh}`})`,
    ];
    return `\`https://${expose!.host}${expose!.path}\`: ${way.join(' → ')}`;
  });
  const functions = answering.map(
    ({ name, expose }) =>
      `\`https://${expose.host}${expose.path}\`: ${expose.public && edge === 'cloudfront' ? 'CloudFront (TLS, web ACL) → ' : ''}API Gateway → \`${name}\``,
  );
  return services.length + functions.length === 0
    ? 'Nothing is reached under a name.'
    : bullets([...services, ...functions]);
}

function boundaries({ architecture, main }: About): string {
  const { accounts, state, compute } = architecture.platform;
  return bullets([
    architecture.environments.length === 1
      ? `There is one environment, in account ${main.account}.`
      : accounts === 'per-environment'
        ? 'Environments are in accounts of their own: a mistake or a stolen key in one reaches no other.'
        : 'Environments share an account: names and rights keep them apart, not the account.',
    state === 'per-boundary'
      ? `Terraform keeps a state for each of ${listed(main.states.map(({ name, holds }) => `${name} (${holds})`))}.`
      : 'Terraform keeps one state for each environment.',
    ...(compute === 'eks'
      ? [
          `Teams have namespaces of their own (${listed(main.namespaces.map(({ name }) => name))}), with quotas; nothing crosses without a policy.`,
        ]
      : []),
    `${architecture.environments.length === 1 ? 'Its network' : 'Networks are apart'}: ${listed(architecture.environments.map(({ name, network }) => `${name} ${network.cidr}`))}.`,
  ]);
}

function simulateHint(compute: string): string {
  return compute === 'eks'
    ? '`npx plinth simulate .` fails each node, zone and service in turn, and tells what goes on serving.'
    : '`npx plinth impact ADDRESS .` tells what follows when a resource is lost.';
}
