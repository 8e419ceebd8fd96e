import { listed, listedUpTo } from '../../report/wording.ts';
import type { Architecture } from '../architecture.ts';
import { bullets, table } from '../documents/markdown.ts';
import { FileSet, type Files } from '../target.ts';
import type { Broken } from './broken.ts';
import { type Rehearsal, rehearsalOf } from './rehearse.ts';

/** What `plinth design` says of what was simulated: a line, and one for each promise that does not hold. */
export function tellRehearsal(architecture: Architecture): readonly string[] {
  const { simulated: ours, standbys, broken } = rehearsalOf(architecture);
  const simulated = [...ours, ...standbys];
  const failures = simulated.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  const survives = broken.every(({ kind }) => kind !== 'survival');
  const limits = broken.filter(({ kind }) => kind === 'limit');
  const ofSlo = limits.filter(({ about }) => about.endsWith('.slo'));
  const others = limits.filter((one) => !ofSlo.includes(one));
  // the same in several environments is told once
  const slo = [...new Set(ofSlo.map(({ about }) => about.split('.')[1]!))];
  return [
    ...broken.filter(({ kind }) => kind === 'survival').map((one) => `does not survive: ${inALine(one)}`),
    ...others.map((one) => `limit: ${inALine(one)}`),
    ...(slo.length > 0
      ? [
          `limit: ${listedUpTo(4, slo)} ${slo.length === 1 ? 'promises' : 'promise'} more than what AWS promises for ${slo.length === 1 ? 'its' : 'their'} parts together: ${page}`,
        ]
      : []),
    `simulated: ${failures} failures in ${simulated.map(({ platform }) => platform.name).join(', ')}${survives ? '; no service goes down when a node or a zone is lost' : ''}`,
  ];
}

function inALine({ environment, about, what, change }: Broken): string {
  return `${environment}: ${about}: ${what}${change ? `; smallest change: ${change}` : ''}`;
}

const page = 'docs/decisions/simulated.md';

/** What was simulated before anything was written, for people. */
export function rehearsalFiles(architecture: Architecture): Files {
  const rehearsal = rehearsalOf(architecture);
  return new FileSet().add(page, pageOf(architecture.name, rehearsal)).files;
}

function pageOf(name: string, { simulated, standbys, broken }: Rehearsal): string {
  const environments = [...simulated, ...standbys].map(({ platform, scenarios, running }) => [
    platform.name,
    String(platform.zones.length),
    String(running.cluster.nodes.filter(({ alive }) => alive).length),
    String(platform.workloads.length),
    String(scenarios.length),
    worstOf(scenarios.filter(({ kind }) => kind === 'zone').flatMap(({ outcomes }) => outcomes)),
  ]);
  const lines = (kind: Broken['kind']) =>
    broken
      .filter((one) => one.kind === kind)
      .map(
        ({ environment, about, what, change }) =>
          `${environment}, \`${about}\`: ${what}.${change ? ` Smallest change: ${change}.` : ''}`,
      );
  const fails = lines('survival');
  const limits = lines('limit');
  return `# What was simulated for ${name}

Every failure was tried on what the decisions lead to before a file was written: each node, each zone, each drain, a version that never becomes ready, twice the load, each datastore, each way out, the region${standbys.length > 0 ? `; and the same on ${listed(standbys.map(({ platform }) => platform.name))}, as if ${standbys.length === 1 ? 'it were' : 'they were'} in use` : ''}. \`plinth simulate plinth.yaml\` tells every outcome, why, for how long, and by which sources; \`plinth simulate .\` the same of what is written here.

${table(['environment', 'zones', 'machines', 'services', 'failures', 'worst when a zone is lost'], environments)}
## Survives

${fails.length === 0 ? 'No service goes down when a node or a zone is lost, while a node is replaced, or by a version that never becomes ready.\n' : `All but:\n\n${bullets(fails)}`}
## Limits

${limits.length === 0 ? 'Every target of the blueprint is within reach.\n' : bullets(limits)}`;
}

function worstOf(outcomes: readonly { readonly state: string }[]): string {
  const found = new Set(outcomes.map(({ state }) => state));
  if (found.has('down')) return 'down';
  if (found.has('impaired')) return 'calls what is away';
  return found.has('degraded') ? 'fewer than needed, for a while' : 'serves';
}
