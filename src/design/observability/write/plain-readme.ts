import type { Architecture } from '../../architecture.ts';
import { bullets, table } from '../../documents/markdown.ts';
import { nameIn } from '../../names.ts';
import { cloudObjectives } from '../cloudwatch/objectives.ts';
import { objectivesOf } from '../slo/objective.ts';

/** Where alarms are and who is told, where no cluster watches: CloudWatch does. */
export function plainReadme(architecture: Architecture): string {
  const main = architecture.environments.at(-1)!;
  const measured = cloudObjectives(main);
  const objectives = objectivesOf(main).map(({ slo, promise, owner }) => {
    const found = measured.find((one) => one.slo === slo);
    const by = found ? `\`${found.metric.namespace}\` ${found.metric.name}` : 'not measured';
    return [slo, promise, owner, by];
  });
  const path = (name: string) =>
    (main.states.find((one) => one.name === name) ?? main.states.find((one) => one.name === 'all'))?.path;
  const name = (role: string) => `\`${nameIn(main, main.system, role)}\``;
  return [
    '# Observability\n\nObjectives and alarms are kept in CloudWatch, written as Terraform from `plinth.yaml`. Each alarm names its runbook in `docs/runbooks/`.\n',
    `\n## What is promised in ${main.name}\n\n${table(['objective', 'promise', 'owner', 'measured by'], objectives)}`,
    '\nWhat is not measured has no count of requests outside of its own program: its alarms on running tasks tell when it is down.\n',
    `\n## Where it is\n\n${bullets([
      `Alarms on objectives: \`${path('services')}/objective-alarms.tf\`.`,
      `Alarms on what runs: \`${path('services')}/service-alarms.tf\`; on what takes requests before it: \`${path('platform')}/edge-alarms.tf\`.`,
      `Alarms on what is kept: \`${path('data')}/data-alarms.tf\`.`,
      `Dashboards: ${name('executive')} for who answers for the whole (objectives, budgets that are left, cost) and one for each team in \`${path('services')}/dashboards.tf\`; one for each service and function (rate, errors, duration, saturation, what it needs) in \`${path('services')}/workload-dashboards.tf\`.`,
    ])}`,
    '\nSomebody is woken when a budget is spent 14.4 times too fast over an hour, or 6 times over six hours; a ticket is written at 3 times over a day, or once on each of three days. Each needs its short window to agree. Fewer than 5 bad requests (10 for tickets) in the long window raise nothing.\n',
    `\n## Who is told\n\n${bullets([
      `Urgent ones, which are those that users meet already, or soon, in production: topic ${name('pages')}. Give the address of the service that wakes people as \`pager_endpoints\` of \`${path('platform')}\`; until then they are mails.`,
      `All others, and everything elsewhere: topic ${name('alarms')}, which sends mails to ${architecture.owner.email}. Each address has to confirm once.`,
    ])}`,
  ].join('');
}
