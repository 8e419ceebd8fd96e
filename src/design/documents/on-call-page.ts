import { listed, listedUpTo } from '../../report/wording.ts';
import { addressFromOutside } from '../address-from-outside.ts';
import { type About, documentPaths, hosts, runbooksFolder, workloadsOf } from './about.ts';
import { deliveryOf } from './delivery-paused.ts';
import { bullets, linksFrom, page, section, shell, table } from './markdown.ts';
import { runnerOf } from './stop-and-start.ts';

const at = documentPaths.onCall;
const link = linksFrom(at);

/** `docs/on-call.md`: who is called, how bad it is, what is looked at, what is done first. */
export function onCallPage(about: About): string {
  const { architecture } = about;
  return page(
    `On call for ${architecture.name}`,
    'For whoever is woken up. Read the runbook of the alert first; this is what all of them have in common.',
    section('Who is called', teams(about)),
    section('How bad it is', severities(about)),
    section('What to look at', lookAt(about)),
    section('In an incident', incident(about)),
    section('A step back is often the fastest', stepBack(about)),
    section('The rota', rota(about)),
  );
}

function teams({ architecture, main }: About): string {
  const all = [...workloadsOf(main), ...main.datastores];
  return table(
    ['team', 'answers for', 'channel', 'mail'],
    architecture.owners.map(({ name, channel, email }) => {
      const names = all.filter(({ owner }) => owner.name === name).map((one) => one.name);
      return [
        name,
        listed([...names, ...(name === architecture.owner.name ? ['the platform'] : [])]),
        channel,
        email,
      ];
    }),
  );
}

function severities({ architecture, main }: About): string {
  const critical = main.services.filter(({ priority }) => priority === 'critical').map(({ name }) => name);
  const restricted = main.datastores
    .filter(({ sensitivity }) => sensitivity === 'restricted')
    .map(({ name }) => name);
  const seen = critical.length > 0 ? critical : hosts(main);
  const first =
    seen.length === 0 ? 'what people use' : seen.length === 1 ? seen[0] : `any of ${listed(seen)}`;
  return table(
    ['severity', 'when', 'who', 'how fast', 'told'],
    [
      [
        '1',
        `${first} in ${main.name} does not answer, or fails most requests; data is lost${restricted.length > 0 ? `; something of ${listed(restricted)} may be with somebody who should not have it` : ''}`,
        'on call, at any hour; a lead is named',
        'begun within 15 minutes',
        `${architecture.owner.channel} every 30 minutes`,
      ],
      [
        '2',
        `an objective burns fast (${objectives(main)}), or a part is away and others carry it`,
        'on call, at any hour',
        'begun within 30 minutes',
        `${architecture.owner.channel} every hour`,
      ],
      [
        '3',
        'it will become worse in days: a disk, a certificate, a budget',
        'the team, in working hours',
        'the next working day',
        'a ticket',
      ],
      ['4', 'anything outside of production', 'the team, in working hours', 'when there is time', 'a ticket'],
    ],
  );
}

function objectives({ services, functions }: About['main']): string {
  const all = [...services, ...functions].map(({ name, slo }) => `${name} ${slo.availability} %`);
  return `${listed(all.slice(0, 6))}${all.length > 6 ? ' and others' : ''}`;
}

function lookAt({ architecture, main, written }: About): string {
  const dashboards = written
    .find(/^observability\/dashboards\/.*\.json$/)
    .map((path) => path.split('/').at(-1)!.replace('.json', ''));
  return bullets([
    ...(written.isFolder(runbooksFolder)
      ? [`The ${link(runbooksFolder, 'runbook')} that the alert links.`]
      : []),
    ...(dashboards.length > 0
      ? [
          `Dashboards in Grafana: ${listedUpTo(
            8,
            dashboards.map((one) => `\`${one}\``),
          )}.`,
        ]
      : []),
    `What changed last: \`git log --since=2.hours --oneline ${architecture.delivery.branch}\`, and the pipeline.`,
    `Who calls whom, and what is hit when a part is away: ${link(documentPaths.architecture)}.`,
    ...main.services
      .filter(({ expose }) => expose?.public)
      .map((one) => `From outside: \`curl --fail ${addressFromOutside(one)}\`.`),
    'AWS itself: https://health.aws.amazon.com.',
  ]);
}

function incident({ architecture, main }: About): string {
  return bullets([
    `Say it in ${architecture.owner.channel}: “incident, severity …, I lead”. Copy ${link(documentPaths.incident, 'the log')} into a file of its own below \`docs/incidents/\`, and write into it from now on.`,
    'One leads and decides, one works, one writes and tells others. The lead does not work.',
    'Stop the damage before you look for its cause.',
    `Data that is lost or spoiled, or a lost region: ${link(documentPaths.recovery)}. ${architecture.owner.name} decides about ${main.recovery ? `going to ${main.recovery.region}` : 'rebuilding elsewhere'}.`,
    ...(architecture.compliance.length > 0
      ? [
          `Somebody may have read data: tell ${architecture.owner.email} at once, before anything is cleaned up; ${notify(architecture.compliance)}.`,
        ]
      : []),
    `Afterwards, within five working days, ${link(documentPaths.postMortem, 'a post-mortem')} for severity 1 and 2, without blame.`,
  ]);
}

function notify(standards: readonly string[]): string {
  const rules: Readonly<Record<string, string>> = {
    gdpr: 'an authority has to know within 72 hours (GDPR, article 33)',
    hipaa: 'those concerned have to know within 60 days (HIPAA, 164.404)',
    'pci-dss': 'the acquirer and the card brands have to know without delay (PCI DSS, 12.10)',
    soc2: 'customers are told as their contracts say (SOC 2, CC7.4)',
  };
  return listed(standards.flatMap((one) => rules[one] ?? []));
}

function stepBack(about: About): string {
  const { main } = about;
  const [service] = main.services;
  if (service === undefined)
    return 'Revert the commit that brought the change, and let the pipeline apply it.';
  const { cluster } = main;
  const { name, namespace } = service;
  const { pause, resume } = deliveryOf(about, main, { workload: name, namespace });
  return `Release the version before it (${link(documentPaths.readme, 'README')}, “Go back”).${
    cluster
      ? ` Where there is no time for a commit, and you may change the cluster:\n\n${shell(
          ...pause,
          runnerOf(service).startsWith('rollouts')
            ? `kubectl argo rollouts undo ${name} --namespace ${namespace}`
            : `kubectl --namespace ${namespace} rollout undo deployment/${name}`,
        )}${resume.length > 0 ? `\nOnce Git says the same: \`${resume.join('')}\`.\n` : ''}`
      : ''
  }`;
}

function rota({ architecture }: About): string {
  const { owners, environments } = architecture;
  const production = environments.some(({ production: one }) => one);
  return bullets([
    production
      ? 'A week each, from Tuesday to Tuesday, one first and one second; six people at least, or nights are not covered.'
      : 'In working hours only: there is no production here.',
    `Teams that take part: ${listed(owners.map(({ name }) => name))}.`,
    'At the change of the week: what fired, what was noise, what is still open. An alert that nobody acted upon twice is changed or deleted.',
    'Who was woken up at night begins later.',
  ]);
}
