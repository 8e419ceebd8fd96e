import type { Architecture } from '../../architecture.ts';
import { bullets, table } from '../../documents/markdown.ts';
import type { Environment } from '../../environment.ts';
import { FileSet, type Files } from '../../target.ts';
import type { Alert } from '../alert.ts';
import { alertsOf } from '../groups.ts';
import { type Here, hereOf } from '../here.ts';
import { runbookPath } from '../paths.ts';
import { type Alarm, alarmsOf } from '../runbooks/alarms.ts';
import { runbooks } from '../runbooks/all.ts';
import { examplesOf } from '../runbooks/examples.ts';
import { clusterName, type Ground, groundOf } from '../runbooks/ground.ts';
import { reachDatastores } from '../runbooks/reach-datastores.ts';
import type { Runbook, Step } from '../runbooks/runbook.ts';
import { labelsTold } from '../told.ts';

/** Everything that can be told in an environment, and by what. */
interface Told {
  readonly ground: Ground;
  /** the alerts, each with the last environment that can raise it */
  readonly alerts: ReadonlyMap<Alert, Here>;
  readonly alarms: readonly Alarm[];
}

/** A runbook for each alert and alarm of this platform, and the list of them. */
export function runbookPages(architecture: Architecture): Files {
  const ground = groundOf(architecture);
  const told: Told = { ground, alerts: alertsIn(architecture), alarms: alarmsOf(ground) };
  const files = new FileSet();
  const needed = runbooks.filter(
    ({ name }) =>
      [...told.alerts.keys()].some(({ runbook }) => runbook === name) ||
      told.alarms.some(({ runbook }) => runbook === name),
  );
  for (const runbook of needed) files.add(runbookPath(runbook.name), pageOf(runbook, told));
  if (needed.length > 0) files.add('docs/runbooks/README.md', indexOf(needed, told));
  return files.files;
}

function alertsIn(architecture: Architecture): ReadonlyMap<Alert, Here> {
  const all = new Map<Alert, Here>();
  for (const environment of [...architecture.environments].reverse().flatMap(withStandby)) {
    if (!environment.cluster) continue;
    const here = hereOf(architecture, environment);
    for (const alert of alertsOf(here)) if (!all.has(alert)) all.set(alert, here);
  }
  return all;
}

/** An environment, and then what stands ready for it. */
function withStandby(one: Environment): Environment[] {
  return one.standby ? [one, one.standby] : [one];
}

function pageOf(runbook: Runbook, told: Told): string {
  const { ground } = told;
  return [
    `# ${runbook.title}\n`,
    raisedBy(runbook, told),
    `\n## What it means to users\n\n${runbook.users}\n`,
    `\n## First look\n\nIn ${runbook.where?.(ground) ?? 'production'}; [how to connect](README.md#connect).${variables(runbook, ground)}\n\n`,
    runbook.look(ground).map(step).join(''),
    `## Likely causes\n\n${table(['cause', 'how it shows'], causesOf(runbook, ground))}`,
    `\n## Mitigation\n\nFirst stop the harm, then find the reason.\n\n${bullets(runbook.mitigate(ground))}`,
    `\n## Escalation\n\n${escalation(runbook, told)}`,
    `\n## Afterwards\n\n${bullets(runbook.after)}`,
  ].join('');
}

function causesOf({ causes }: Runbook, { compute }: Ground): readonly (readonly string[])[] {
  return causes
    .filter(([, , only]) => only === undefined || only === compute)
    .map(([cause, sign]) => [cause, sign]);
}

function step({ what, command }: Step, at: number): string {
  const code = command === undefined ? '' : `\n\n   \`\`\`sh\n${command.replaceAll(/^/gm, '   ')}\n   \`\`\``;
  return `${at + 1}. ${what}${code}\n\n`;
}

/** Commands name what the alert is about by its labels. */
function variables(runbook: Runbook, ground: Ground): string {
  const commands = [
    ...runbook.look(ground).map(({ command }) => command ?? ''),
    ...runbook.mitigate(ground),
  ].join('\n');
  const used = [...new Set([...commands.matchAll(/\$([A-Z][A-Z_]+)\b/g)].map(([, name]) => name!))];
  if (used.length === 0) return '';
  const set = used.map((name) => {
    const [first, ...others] = examplesOf(name, runbook.name, ground);
    const or = first?.startsWith('"') || others.length === 0 ? '' : ` # or ${others.join(', ')}`;
    return `export ${name}=${first ?? '…'}${or}`;
  });
  return ` Set what the alert names first:\n\n\`\`\`sh\n${set.join('\n')}\n\`\`\``;
}

function raisedBy({ name }: Runbook, { ground, alerts, alarms }: Told): string {
  const { environment } = ground;
  const mine = [...alerts].filter(([{ runbook }]) => runbook === name);
  const rows = mine.flatMap(([alert, here]) =>
    alert
      .rules(here)
      .slice(0, 4)
      .map((rule) => [
        `\`${alert.name}\``,
        labelsTold(alert, rule, here)['severity']!,
        rule.for,
        `\`${rule.expr.replaceAll(/\s+/g, ' ').slice(0, 160)}${rule.expr.length > 160 ? ' …' : ''}\``,
      ]),
  );
  const raised = alarms.filter(({ runbook }) => runbook === name);
  const clouds = raised.map((one) => `\`${one.name}\``);
  const places = [...new Set(raised.map((one) => one.environment ?? environment.name))];
  return [
    rows.length > 0 ? `\n${table(['alert', 'severity', 'after', 'when'], rows)}` : '',
    clouds.length > 0
      ? `\nAlarms of CloudWatch in ${places.join(', ')}: ${clouds.join(', ')}. ${environment.cluster ? 'They send mails only.' : 'Urgent ones go to the topic of pages, the others to that of alarms.'}\n`
      : '',
  ].join('');
}

function escalation({ name }: Runbook, { ground, alerts, alarms }: Told): string {
  const { architecture } = ground;
  const rules = [...alerts]
    .filter(([{ runbook }]) => runbook === name)
    .flatMap(([alert, here]) => alert.rules(here));
  const bySystem = rules.length > 0 && rules.every(({ owner }) => owner === 'system');
  const named = alarms.filter(({ runbook }) => runbook === name).map(({ owner }) => owner);
  const owners =
    bySystem || architecture.owners.length === 1
      ? [architecture.owner]
      : architecture.owners.filter((one) => rules.length > 0 || named.includes(one.name));
  const rows = owners.map(({ name: team, channel, email }) => [team, channel, email]);
  const [only] = owners;
  const whose =
    owners.length > 1
      ? 'The label `owner` of the alert names the team.'
      : `It belongs to ${only!.name} (${only!.channel}).`;
  return `${whose} After half an hour without a mitigation call a second person of it; where several services are hurt, open an incident with ${architecture.owner.name} (${architecture.owner.channel}).\n\n${table(['team', 'channel', 'mail'], rows)}`;
}

function indexOf(needed: readonly Runbook[], told: Told): string {
  const { ground, alerts, alarms } = told;
  const rows = needed.map(({ name, title }) => [
    `[${title}](${name}.md)`,
    [...alerts.keys()]
      .filter(({ runbook }) => runbook === name)
      .map((one) => `\`${one.name}\``)
      .join(', '),
    String(alarms.filter(({ runbook }) => runbook === name).length || ''),
  ]);
  return [
    '# Runbooks\n\nOne for each thing that people are told of: what it means, where to look first, what to do. Who is woken needs no other page.\n',
    `\n## Connect\n\n${connections(ground).join('\n')}`,
    reachDatastores(ground),
    `\n## All of them\n\n${table(['runbook', 'alerts of Prometheus', 'alarms of CloudWatch'], rows)}`,
  ].join('');
}

/** What stands ready can be spoken to before it is in use, unless it is only made then. */
function connections(ground: Ground): string[] {
  const { environments, platform } = ground.architecture;
  const all = platform.recovery === 'backup-restore' ? environments : environments.flatMap(withStandby);
  return all.map((one) => connect(one, ground));
}

function connect(environment: Ground['environment'], ground: Ground): string {
  const { name, account, region } = environment;
  const cluster = environment.cluster
    ? `\naws eks update-kubeconfig --region ${region} --name ${clusterName({ ...ground, environment })}`
    : '';
  return `${name}: sign in to account ${account}, then\n\n\`\`\`sh\nexport AWS_REGION=${region}${cluster}\n\`\`\`\n`;
}
