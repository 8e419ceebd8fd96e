import { hoursAMonth, priceSources, pricesAsOf, regionFactor } from '../../../data/prices/aws.ts';
import { aboveEstimate, totalOf } from '../decide/budget.ts';
import type { CostLine, Environment } from '../environment.ts';
import { isSwitchedAtAll } from '../office-hours.ts';
import { type About, decisionLink, documentPaths, wholeCost } from './about.ts';
import { bullets, dollars, linksFrom, page, section, table } from './markdown.ts';
import { officeHoursPath } from './office-hours-page.ts';
import { savings } from './savings.ts';

const at = documentPaths.cost;

/** `docs/cost.md`: what the platform costs, part by part, and what would change it. */
export function costPage(about: About): string {
  const { architecture, written } = about;
  const { environments, budget, owners } = architecture;
  const link = linksFrom(at);
  const total = wholeCost(architecture);
  const budgets = written.find(/^terraform\/.*\.tf$/, /modules\/budget"/);
  return page(
    `Cost of ${architecture.name}`,
    `About **${dollars(total)} a month** for ${environments.length === 1 ? 'the one environment' : `all ${environments.length} environments`}, at list prices of AWS on demand. It is good for comparing choices and for seeing what is large; an invoice adds taxes, support and what is used beyond what is assumed.`,
    section(
      'Against the budget',
      budget === undefined
        ? 'There is none, and no alarm, as the blueprint asks. Set `budget.monthly` in `plinth.yaml` once somebody says what it may cost.'
        : budget.asked
          ? againstBudget(budget.monthly, total)
          : `The blueprint names none: ${Math.round(aboveEstimate * 100)} % above the estimate is assumed to be more than a month of ordinary use costs (${decisionLink(architecture, at, 'budget')}). Set \`budget.monthly\` in \`plinth.yaml\` once somebody says what it may cost.`,
      budget && budgetTable(environments),
      budget &&
        (budgets.length > 0
          ? `Alarms: ${budgets.map((path) => link(path)).join(', ')}; they go to ${budget.contact}.`
          : 'Nobody is told of it, as the blueprint asks.'),
    ),
    section('By environment and group', byGroup(environments)),
    ...environments.map((environment) => section(`Part by part: ${environment.name}`, partsOf(environment))),
    section('What drives it', drivers(environments)),
    section('What would save', savings(about)),
    section(
      'Who pays',
      `Everything is tagged \`cost-centre\`, \`owner\`, \`service\` and \`environment\`. Activate them as cost allocation tags once, in the account that pays: Billing, Cost allocation tags.`,
      table(
        ['team', 'cost centre'],
        owners.map(({ name, costCentre }) => [name, `\`${costCentre}\``]),
      ),
    ),
    section('Assumptions', assumptions(environments)),
    section(
      'Where the prices are from',
      `Compared on ${pricesAsOf}:`,
      bullets(
        priceSources.map(
          ({ what, source, date }) => `${what}: ${source}${date === undefined ? '' : `, of ${date}`}`,
        ),
      ),
    ),
  );
}

function againstBudget(monthly: number, total: number): string {
  const part = Math.round((100 * total) / monthly);
  const left = monthly - total;
  return left >= 0
    ? `The budget is ${dollars(monthly)}; this is ${part} % of it, and ${dollars(left)} are left for use beyond what is assumed.`
    : `The budget is ${dollars(monthly)}, and this is ${dollars(-left)} more. Estimates are rough, so it was let pass; it will probably not hold.`;
}

function budgetTable(environments: readonly Environment[]): string {
  return table(
    ['environment', 'estimate', 'its budget'],
    environments.map((one) => [
      one.name,
      dollars(totalOf(one)),
      one.budgetMonthly === undefined ? '' : dollars(one.budgetMonthly),
    ]),
  );
}

function byGroup(environments: readonly Environment[]): string {
  const groups = [...new Set(environments.flatMap(({ costs }) => costs.map(({ group }) => group)))];
  const amount = (costs: readonly CostLine[], group: CostLine['group']) =>
    sumOf(costs.filter((one) => one.group === group));
  const rows = environments.map((one) => [
    one.name,
    ...groups.map((group) => cents(amount(one.costs, group))),
    `**${cents(totalOf(one))}**`,
  ]);
  const all = environments.flatMap(({ costs }) => costs);
  return table(
    ['environment', ...groups, 'together'],
    [...rows, ['**all**', ...groups.map((group) => cents(amount(all, group))), `**${cents(sumOf(all))}**`]],
  );
}

function partsOf(environment: Environment): string {
  const lines = [...environment.costs].sort((a, b) => b.monthlyUsd - a.monthlyUsd);
  return table(
    ['part', 'a month', 'reckoned from', 'driven by'],
    [
      ...lines.map(({ part, monthlyUsd, basis, driver }) => [part, cents(monthlyUsd), basis, driver]),
      ['**together**', `**${cents(totalOf(environment))}**`, '', ''],
    ],
  );
}

/** The parts that make up four fifths, the largest first. */
function drivers(environments: readonly Environment[]): string {
  const all = environments.flatMap(({ name, costs }) => costs.map((one) => ({ ...one, name })));
  const total = sumOf(all);
  const largest = all.sort((a, b) => b.monthlyUsd - a.monthlyUsd);
  let sum = 0;
  const counted = largest.filter(({ monthlyUsd }) => {
    const before = sum;
    sum += monthlyUsd;
    return before < total * 0.8;
  });
  return `${counted.length} of ${all.length} parts make up four fifths of it${counted.length > 8 ? '; the largest' : ''}:\n\n${bullets(
    counted
      .slice(0, 8)
      .map(({ part, name, monthlyUsd, driver }) => `${part} in ${name}, ${dollars(monthlyUsd)}: ${driver}`),
  )}`;
}

function assumptions(environments: readonly Environment[]): string {
  const link = linksFrom(at);
  const regions = [...new Set(environments.map(({ region }) => region))];
  return bullets([
    `A month has ${hoursAMonth} hours.`,
    ...environments.flatMap((one) => {
      const { name, schedule } = one;
      return schedule
        ? [
            `${name} is on for ${schedule.hours} of 168 hours a week, its databases for ${schedule.databaseHours}: what computes and databases are reckoned for those${isSwitchedAtAll(one) ? ` (${link(officeHoursPath, 'office hours')})` : ''}.`,
          ]
        : [];
    }),
    ...regions.map(
      (region) =>
        `Prices in ${region} are ${regionFactor(region)} times those of us-east-1: an estimate for the mix.`,
    ),
    'Services are reckoned at their least replicas, nodes at what that takes; autoscaling adds to it.',
    'What depends on use says “assumed” in its line.',
    'Not counted: support plans, taxes, data between zones and regions, requests to the edge, licences, people.',
  ]);
}

function sumOf(lines: readonly { readonly monthlyUsd: number }[]): number {
  return lines.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0);
}

function cents(amount: number): string {
  return `$${amount.toFixed(2)}`;
}
