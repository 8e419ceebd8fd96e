import type { SimulatedEnvironment } from './report.ts';
import type { Sheet } from './sheet.ts';
import { percentage, time } from './words.ts';

/** Availability beside objectives, and what is kept of each store of data. */
export function writeFigures({ availability, recovery }: SimulatedEnvironment, sheet: Sheet): void {
  const { shown, hidden } = sheet.first(
    12,
    [...availability].sort((a, b) => rank(a) - rank(b)),
  );
  if (shown.length > 0) sheet.strong('Availability at best, by what its parts promise');
  for (const { workload, percent, minutesTaken, objective, limit, components } of shown) {
    const unknown = components.filter((one) => one.percent === undefined);
    const known = components.length - unknown.length;
    if (known === 0) {
      sheet.line(`${workload}: no part of it has a published figure`, 2);
      continue;
    }
    const taken = `${percentage(percent)}, ${time(minutesTaken * 60)} of a month`;
    if (objective)
      sheet.line(
        `${objective.reachable ? '·' : '✗'} ${workload}: ${taken}; ${percentage(objective.percent)} is promised (${objective.by}), which allows ${time(objective.minutesAllowed * 60)}: ${objective.reachable ? 'within reach' : 'out of reach'}`,
        2,
        objective.reachable ? undefined : 'bad',
      );
    else sheet.line(`· ${workload}: ${taken}; no objective is stated`, 2);
    if (limit)
      sheet.line(
        `most by ${limit.what} (${percentage(limit.percent!)}${sheet.verbose ? `, ${limit.source}` : ''})`,
        6,
      );
    if (unknown.length > 0)
      sheet.line(`no published figure, and so not counted: ${unknown.map(({ what }) => what).join('; ')}`, 6);
    if (sheet.verbose)
      for (const { what, percent: part, source } of components)
        if (part !== undefined) sheet.faint(`      ${percentage(part)}: ${what} (${source})`);
  }
  if (hidden > 0) sheet.faint(`  and ${hidden} more (--verbose)`);
  if (shown.length > 0) sheet.gap();
  if (recovery.length === 0) return;
  sheet.strong('Stores of data: what may be lost, and how long it takes');
  for (const {
    resource,
    as,
    rpo,
    rpoBy,
    failover,
    rto,
    otherRegion,
    misses,
    target,
    file,
    line,
    steps,
  } of recovery) {
    const lost =
      rpo === 'never'
        ? 'everything'
        : rpo === 'not told'
          ? 'not told'
          : rpo === 0
            ? 'nothing that was overwritten or deleted'
            : time(rpo);
    const back =
      rto === 'never'
        ? 'never'
        : rto === 'not told'
          ? 'not told (set simulation.restoreMinutes to what a practice took)'
          : time(rto);
    const isBad = rpo === 'never' || misses.length > 0;
    sheet.line(`${isBad ? '✗' : '·'} ${resource}: ${as}`, 2, isBad ? 'bad' : undefined);
    sheet.line(`lost when it is deleted or spoiled: ${lost}; ${rpoBy}`, 6);
    sheet.line(
      `restored after: ${back}; a machine fails: ${failover}; kept in another region: ${otherRegion}`,
      6,
    );
    for (const miss of misses) sheet.line(`✗ ${miss}`, 6, 'bad');
    if (target && misses.length === 0) sheet.line('within its target, as far as it is told', 6);
    if (sheet.verbose) sheet.faint(`      restore: ${steps.join(' → ')}`);
    sheet.faint(`      ${sheet.at(file, line)}`);
  }
  sheet.gap();
}

function rank({ objective, percent }: SimulatedEnvironment['availability'][number]): number {
  return objective ? (objective.reachable ? 100 : 0) : 200 + percent;
}
