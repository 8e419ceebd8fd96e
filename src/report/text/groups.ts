import { type Severity, severities } from '../../model/dimension.ts';
import { describeFix, type Group } from '../group.ts';
import { visible } from '../visible.ts';
import { count, digits, dimensionNames, onlyIn } from '../wording.ts';
import type { Page } from './page.ts';
import { leftOut, writeVariant } from './places.ts';
import { columns, cut, widest } from './wrap.ts';

/** Causes that are shown with their places; those after them, the milder ones, take one line each. */
const inFull = 10;
/** Causes of one severity that take one line each. */
const inBrief = 8;
const variantsShown = 3;

/** One block of lines for each cause, the worst first, cut so that a thousand findings still read well. */
export function writeGroups(groups: readonly Group[], page: Page): string[][] {
  const { shown, hidden } = page.first(inFull, groups);
  const brief = severities
    .map((severity) => hidden.filter((group) => group.severity === severity))
    .filter((some) => some.length > 0)
    .map((some) => writeBrief(some[0]!.severity, some, page));
  const hint = 'To see one of them, add --check <id>; to see all, --verbose or --format html.';
  return [
    ...shown.map((group) => writeGroup(group, page)),
    ...brief,
    ...(brief.length > 0 ? [page.lines('faint', hint, 0)] : []),
  ];
}

function writeGroup(group: Group, page: Page): string[] {
  const { severity, title, variants } = group;
  const { shown, hidden } = page.first(variantsShown, variants);
  const heading = page.paint('strong', cut(visible(title), page.width - columns(severity) - 2));
  const lines = [`${page.paint(severity, `${severity}:`)} ${heading}`, ...writeFacts(group, page)];
  for (const variant of shown) lines.push('', ...writeVariant(variant, variants.length > 1, page));
  if (hidden.length > 0) {
    const places = hidden.flatMap((variant) => variant.places);
    lines.push('', page.paint('faint', `  and ${leftOut(count(places.length, 'other place'), places)}`));
  }
  return [...lines, ...writeFix(group, page)];
}

/** Which check it is, of which dimension, how often, and what the graph knows of the places. */
function writeFacts(group: Group, { paint, width, verbose, lines }: Page): string[] {
  const where = group.count === 1 ? '' : `, ${count(group.count, 'place')} in ${count(group.files, 'file')}`;
  const what = `${visible(group.check)}  ${dimensionNames[group.dimension]}${where}`;
  const why = [onlyIn(group.environments), ...(group.severityReason ? [group.severityReason] : group.context)]
    .filter(Boolean)
    .map(visible)
    .join(', ');
  const known = [...group.sameAs, ...group.controls].map(visible).join(', ');
  return [
    ...(columns(`  ${what}  ${why}`) <= width
      ? [`  ${paint('faint', what)}  ${paint('notable', why)}`.trimEnd()]
      : [`  ${paint('faint', what)}`, ...lines('notable', why, 2)]),
    ...(verbose ? lines('faint', known, 2) : []),
  ];
}

function writeFix(group: Group, page: Page): string[] {
  const fix = describeFix(group);
  if (!fix) return [];
  const label = `fix (${fix.kind}):`;
  const [first = '', ...more] = page.lines(undefined, `${label} ${visible(fix.what)}`, 2);
  return [first.replace(label, page.paint(group.fix.unsafe === 0 ? 'good' : 'notable', label)), ...more];
}

/** The causes of one severity in a table, where there is no room for more. */
function writeBrief(severity: Severity, groups: readonly Group[], page: Page): string[] {
  const { paint, width } = page;
  const { shown, hidden } = page.first(inBrief, groups);
  const numbers = widest(shown.map((group) => digits(group.count)));
  const ids = Math.min(widest(shown.map(({ check }) => check)), Math.floor(width * 0.55));
  const lines = shown.map((group) => {
    const head = `  ${digits(group.count).padStart(numbers)}  ${visible(group.check).padEnd(ids)}  `;
    return head + paint('faint', cut(visible(group.title), Math.max(8, width - columns(head))));
  });
  const total = (some: readonly Group[]) => {
    const findings = some.reduce((sum, group) => sum + group.count, 0);
    return `${count(some.length, 'more check')}, ${count(findings, 'finding')}`;
  };
  return [
    `${paint(severity, `${severity}:`)} ${paint('strong', total(groups))}`,
    ...lines,
    ...(hidden.length > 0 ? [paint('faint', `  and ${total(hidden)}`)] : []),
  ];
}
