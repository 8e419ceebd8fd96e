import { type Effect, effects } from '../../impact/effect.ts';
import { type Page, pageFor } from '../text/page.ts';
import type { Style } from '../text/paint.ts';
import { widest } from '../text/wrap.ts';
import { visible } from '../visible.ts';
import { count, listedUpTo } from '../wording.ts';
import type { ImpactRenderOptions } from './options.ts';
import type { ImpactReport, ReportedAffected, ReportedImpact } from './report.ts';
import { effectInWords, outcomeWords } from './words.ts';

const shownOfEffect = 12;
const shownInFull = 3;

/** For a terminal: the outcome first, then who is hit and by which way, what becomes of data, what contains it. */
export function renderImpactText(report: ImpactReport, options: ImpactRenderOptions): string {
  const page = pageFor({ ...options, quiet: false });
  const { impacts, since } = report;
  if (since === undefined) return finish(impacts.flatMap((impact) => writeImpact(impact, page)));
  if (impacts.length === 0) return `No resource has changed since ${visible(since)}.\n`;
  const overview = [
    page.paint(
      'strong',
      `${count(impacts.length, 'resource')} changed since ${visible(since)}, the worst first`,
    ),
    ...impacts.flatMap(({ headline, because = [] }) => [
      ...page.lines(undefined, visible(headline), 2),
      ...(because.length > 0 ? page.lines('faint', visible(`changed: ${listedUpTo(6, because)}`), 4) : []),
    ]),
  ];
  const { shown, hidden } = page.first(
    shownInFull,
    impacts.filter(({ affected, data }) => affected.length + data.length > 0),
  );
  const more =
    hidden.length > 0
      ? [[page.paint('faint', `${count(hidden.length, 'more change')} in full with --verbose`)]]
      : [];
  return finish([overview, ...shown.flatMap((impact) => writeImpact(impact, page)), ...more]);
}

function finish(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function writeImpact(impact: ReportedImpact, page: Page): string[][] {
  const { subjects, headline, affected, change, summary } = impact;
  return [
    page.lines('strong', visible(headline), 0),
    page.first(5, subjects).shown.map((subject) => {
      const facts = [subject.environment, ...subject.owners.map(({ name }) => name)].filter(Boolean);
      return `  ${visible(subject.id)}  ${page.paint('path', page.at(subject.file, subject.line))}${facts.length > 0 ? page.paint('faint', `  ${visible(facts.join(', '))}`) : ''}`;
    }),
    ...[...effects].reverse().map((effect) =>
      writeEffect(
        effectInWords(effect, change),
        effect,
        affected.filter((one) => one.effect === effect),
        page,
      ),
    ),
    writeData(impact, page),
    writeTouched(summary, page),
    writeBarriers('What contains it', 'good', impact, impact.held, page),
    writeBarriers('What is missing to contain it', 'notable', impact, impact.missing, page),
    impact.cycles.length > 0
      ? [
          page.paint('strong', 'Needs in a circle'),
          ...page
            .first(3, impact.cycles)
            .shown.flatMap((circle) =>
              page.lines(undefined, visible([...circle, circle[0]!].join(' → ')), 2),
            ),
        ]
      : [],
  ];
}

const styles: Readonly<Record<Effect, Style>> = {
  goes: 'critical',
  fails: 'critical',
  degraded: 'high',
  latent: 'medium',
  notices: 'low',
  weakened: 'low',
  idle: 'faint',
};

function writeEffect(words: string, effect: Effect, all: readonly ReportedAffected[], page: Page): string[] {
  if (all.length === 0) return [];
  const active = all.filter(({ passes }) => !passes);
  const crossed = new Set(active.flatMap(({ steps }) => steps.map(({ to }) => to)));
  const passing = all.filter(({ passes, id }) => passes && crossed.has(id));
  // what nobody runs or calls is told by the ways that lead through it
  const told = page.verbose ? all : active.length > 0 ? active : all.filter(({ type }) => !isPlumbing(type));
  if (told.length === 0) return [];
  const { shown, hidden } = page.first(shownOfEffect, told);
  const heading = words.charAt(0).toUpperCase() + words.slice(1);
  return [
    `${page.paint(styles[effect], heading)} ${page.paint('faint', `(${told.length})`)}`,
    ...shown.flatMap((one) => writeAffected(one, page)),
    ...(hidden.length > 0
      ? [page.paint('faint', `  and ${hidden.length} more (--verbose): ${kindsOf(hidden)}`)]
      : []),
    ...(told !== all && passing.length > 0
      ? page.lines(
          'faint',
          visible(`on the way: ${listedUpTo(6, [...new Set(passing.map(({ name }) => name))])}`),
          2,
        )
      : []),
  ];
}

/** What only hands a value on. */
function isPlumbing(type: string): boolean {
  return /^(output|variable|provider|module|data\.)/.test(type);
}

function writeAffected(one: ReportedAffected, page: Page): string[] {
  const facts = [one.environment, one.likely ? 'likely' : ''].filter(Boolean).join(', ');
  const name = `  ${visible(one.name)}${facts ? page.paint('faint', ` (${visible(facts)})`) : ''}  ${page.paint('path', page.at(one.file, one.line))}`;
  return [name, ...page.lines('faint', visible(one.distance === 1 ? one.steps[0]!.says : one.way), 6)];
}

function kindsOf(all: readonly ReportedAffected[]): string {
  const kinds = new Map<string, number>();
  for (const { type } of all) kinds.set(type, (kinds.get(type) ?? 0) + 1);
  const most = [...kinds].sort((a, b) => b[1] - a[1]);
  return visible(
    listedUpTo(
      4,
      most.map(([type, number]) => `${number} ${type}`),
    ),
  );
}

function writeData({ data }: ReportedImpact, page: Page): string[] {
  if (data.length === 0) return [];
  const { shown, hidden } = page.first(10, data);
  const width = widest(shown.map(({ name }) => visible(name)));
  return [
    page.paint('strong', 'Data'),
    ...shown.flatMap(({ name, outcome, guards, file, line }) => {
      const style =
        outcome === 'lost' ? 'bad' : outcome === 'refused' || outcome === 'kept' ? 'good' : 'notable';
      return [
        `  ${visible(name).padEnd(width)}  ${page.paint(style, outcomeWords[outcome])}  ${page.paint('path', page.at(file, line))}`,
        ...(guards.length > 0 ? page.lines('faint', visible(guards.join('; ')), 6) : []),
      ];
    }),
    ...(hidden.length > 0 ? [page.paint('faint', `  and ${hidden.length} more (--verbose)`)] : []),
  ];
}

function writeTouched(summary: ReportedImpact['summary'], page: Page): string[] {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Services', summary.services],
    ['Ways in', summary.entries],
    ['Environments', summary.environments],
    ['Owners', summary.owners],
  ];
  const told = rows.filter(([, names]) => names.length > 0);
  if (told.length === 0) return [];
  return [
    page.paint('strong', 'Touched'),
    ...told.flatMap(([what, names]) => {
      const [first = '', ...rest] = page.lines(
        undefined,
        visible(page.verbose ? names.join(', ') : listedUpTo(8, names)),
        16,
      );
      return [`  ${what.padEnd(14)}${first.trimStart()}`, ...rest];
    }),
  ];
}

function writeBarriers(
  title: string,
  style: Style,
  { subjects, affected }: ReportedImpact,
  barriers: ReportedImpact['held'],
  page: Page,
): string[] {
  if (barriers.length === 0) return [];
  const names = new Map([...subjects, ...affected].map(({ id, name }) => [id, name]));
  const lines = barriers.map(
    ({ what, of, file, line }) =>
      `  ${visible(names.get(of) ?? of)}: ${visible(what)}  ${page.paint('path', page.at(file, line))}`,
  );
  // what several environments share is said once
  const { shown, hidden } = page.first(10, [...new Set(lines)]);
  return [
    page.paint(style, title),
    ...shown,
    ...(hidden.length > 0 ? [page.paint('faint', `  and ${hidden.length} more (--verbose)`)] : []),
  ];
}
