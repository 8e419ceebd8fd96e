import { listed } from '../../report/wording.ts';
import { totalOf } from '../decide/budget.ts';
import { type About, documentPaths, hosts, wholeCost, workloadsOf } from './about.ts';
import { documentList } from './document-list.ts';
import { everyDay } from './every-day.ts';
import { firstDay } from './first-day.ts';
import { dollars, linksFrom, page, section, table } from './markdown.ts';

const at = documentPaths.readme;
const link = linksFrom(at);

/** What the folders of the repository hold, where they are written. */
const folders: readonly (readonly [path: string, what: string])[] = [
  ['terraform/bootstrap', 'what a pipeline needs before it can do anything; applied once, by a person'],
  ['terraform/environments', 'a root for each state of each environment'],
  ['terraform/modules', 'what the roots are made of, with tests'],
  ['kubernetes', 'what runs in clusters: a base, and what differs by environment'],
  ['gitops', 'what brings it into clusters, and the add-ons of the platform'],
  ['policy', 'what plans and clusters are held against'],
  ['observability', 'objectives, rules, alerts and dashboards'],
  [
    '.github/workflows',
    'pipelines: checked, planned, approved, applied as planned; drift; images and packages built, signed and released',
  ],
  ['.github/rulesets', 'the protection of the branch, to be imported'],
  ['.gitlab-ci.yml', 'the pipeline: checked, planned, approved, applied as planned; drift'],
  ['.gitlab', 'what the pipeline is made of'],
  ['docs', 'how it is built and why, what it needs and costs, what to do when something is wrong'],
];

/** `README.md`: what this is, where things are, and how one works with it. */
export function readmePage(about: About): string {
  const { architecture, main } = about;
  const { name, owner, environments, platform } = architecture;
  const computes = { eks: 'Kubernetes (EKS)', ecs: 'Fargate (ECS)', none: 'Lambda' }[platform.compute];
  return page(
    name,
    `The platform of ${name}: ${contents(about)}, in ${environments.length} ${environments.length === 1 ? 'environment' : 'environments'} on AWS, on ${computes}${platform.functions && platform.compute !== 'none' ? ' and Lambda' : ''}. ${owner.name} answers for it (${owner.channel}, ${owner.email}).`,
    'It was written from `plinth.yaml`. To change it, change that and run `npx plinth design`: what you changed by hand in other files stays, and conflicts are told.',
    section(
      'Environments',
      table(
        ['environment', 'account', 'region', 'reached at', 'runs', 'approved by', 'about, a month'],
        environments.map((one) => [
          one.name,
          one.account,
          one.region,
          hosts(one)
            .map((host) => `\`${host}\``)
            .join(', '),
          one.schedule ? `${one.schedule.text} (${one.schedule.timezone})` : 'always',
          one.approvals === 0 ? 'nobody' : `${one.approvals} ${one.approvals === 1 ? 'person' : 'people'}`,
          dollars(totalOf(one)),
        ]),
      ),
      `Together about ${dollars(wholeCost(architecture))} a month: ${link(documentPaths.cost, 'cost')}.`,
    ),
    section('Where things are', map(about)),
    section('The first day', firstDay(about)),
    section('Every day', everyDay(about)),
    section('Documents', documentList(about, link)),
    section(
      'Whom to ask',
      table(
        ['team', 'for', 'channel', 'mail'],
        architecture.owners.map((one) => [one.name, owned(about, one.name), one.channel, one.email]),
      ),
    ),
    main.production
      ? `When something is wrong in production: ${link(documentPaths.onCall, 'on call')}.`
      : false,
  );
}

function contents({ main }: About): string {
  const count = (amount: number, noun: string) =>
    amount === 0 ? [] : [`${amount} ${noun}${amount === 1 ? '' : 's'}`];
  return listed([
    ...count(main.services.length, 'service'),
    ...count(main.functions.length, 'function'),
    ...count(main.jobs.length, 'job'),
    ...count(main.datastores.length, 'datastore'),
  ]);
}

function map({ written }: About): string {
  const there = folders.filter(([path]) => path === 'docs' || written.has(path) || written.isFolder(path));
  return table(
    ['', 'holds'],
    [...there.map(([path, what]) => [link(path), what]), ['`plinth.yaml`', 'what was asked for: begin here']],
  );
}

function owned({ main }: About, team: string): string {
  const names = [...workloadsOf(main), ...main.datastores]
    .filter(({ owner }) => owner.name === team)
    .map(({ name }) => name);
  return names.length === 0 ? 'the platform' : listed(names);
}
