import { pathFor } from '../options.ts';
import { visible } from '../visible.ts';
import { count } from '../wording.ts';
import type { SimulatedEnvironment, SimulationReport } from './report.ts';
import type { SheetOptions } from './sheet.ts';
import { lasting, percentage, time, verdictOf } from './words.ts';

/** For a pull request or a page: what fails in each scenario as a table, then figures and assumptions. */
export function renderSimulationMarkdown(report: SimulationReport, options: SheetOptions): string {
  if (report.environments.length === 0) return 'There is nothing to simulate here.\n';
  return `${report.environments.map((one) => environmentOf(one, options)).join('\n\n')}\n`;
}

function environmentOf(
  { name, scenarios, availability, recovery, assumptions, unplaced }: SimulatedEnvironment,
  options: SheetOptions,
): string {
  const rows = scenarios
    .filter(({ kind }) => kind !== 'region')
    .flatMap(({ id, outcomes }) =>
      outcomes.map((one) => [
        id,
        one.workload,
        verdictOf(one),
        lasting(one),
        one.byLuck ?? one.blocks ?? one.later ?? one.why.join(' → '),
        one.remedy ? one.remedy.what : '',
        `${pathFor(one.file, options)}:${one.line}`,
      ]),
    );
  const parts = [
    `## ${name || 'The platform'} when parts of it fail`,
    ...(unplaced.length > 0
      ? [
          table(
            ['finds no place', 'pods', 'why'],
            unplaced.map(({ workload, waiting, why }) => [workload, String(waiting), why]),
          ),
        ]
      : []),
    rows.length > 0
      ? table(['scenario', 'workload', 'outcome', 'for', 'why', 'smallest change', 'place'], rows)
      : 'Every workload keeps serving in every scenario.',
    ...(availability.length > 0
      ? [
          '### Availability at best',
          table(
            ['workload', 'at best', 'of a month', 'objective', 'limited by'],
            availability.map(({ workload, percent, minutesTaken, objective, limit }) => [
              workload,
              limit ? percentage(percent) : 'no published figure',
              limit ? time(minutesTaken * 60) : '',
              objective
                ? `${percentage(objective.percent)} (${objective.reachable ? 'within reach' : 'out of reach'})`
                : 'none stated',
              limit ? limit.what : '',
            ]),
          ),
        ]
      : []),
    ...(recovery.length > 0
      ? [
          '### Stores of data',
          table(
            ['store', 'may be lost', 'because', 'restored after', 'in another region', 'misses'],
            recovery.map(({ resource, rpo, rpoBy, rto, otherRegion, misses }) => [
              resource,
              typeof rpo === 'number' ? time(rpo) : rpo === 'never' ? 'everything' : rpo,
              rpoBy,
              typeof rto === 'number' ? time(rto) : rto,
              otherRegion,
              misses.join('; '),
            ]),
          ),
        ]
      : []),
    ...(assumptions.length > 0
      ? [
          `<details><summary>${count(assumptions.length, 'assumption')}</summary>\n\n${assumptions
            .map(
              ({ about, assumed, because }) =>
                `- ${escaped(about)}: ${escaped(assumed)}; ${escaped(because)}`,
            )
            .join('\n')}\n\n</details>`,
        ]
      : []),
  ];
  return parts.join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

function escaped(text: string): string {
  return visible(text).replace(/[\\`*_[\]<>|]/g, '\\$&');
}
