import type { Place, Variant } from '../group.ts';
import type { ReportedFinding } from '../report.ts';
import { visible } from '../visible.ts';
import { count, digits, onlyIn } from '../wording.ts';
import type { Page } from './page.ts';
import { columns, widest } from './wrap.ts';

const placesShown = 4;
/** where a cause has several messages, so that none of them hides the next */
const placesOfSeveral = 2;

/** What is wrong, and where it is true. */
export function writeVariant({ message, places }: Variant, several: boolean, page: Page): string[] {
  const { shown, hidden } = page.first(several ? placesOfSeveral : placesShown, places);
  const rest = leftOut(`${digits(hidden.length)} more`, hidden);
  return [
    ...page.lines(undefined, visible(message), 2),
    ...writePlaces(shown, page),
    ...(hidden.length > 0 ? [page.paint('faint', `    and ${rest}`)] : []),
  ];
}

export function leftOut(number: string, places: readonly Place[]): string {
  const files = new Set(places.map(({ finding }) => finding.file)).size;
  return `${number} in ${count(files, 'file')} (--verbose)`;
}

/** A row for each place, in two columns as far as they fit; what does not fit goes below. */
function writePlaces(places: readonly Place[], page: Page): string[] {
  const rows = places.map((place) => rowOf(place, page));
  const fits = (left: number, rest: string) => 4 + left + 2 + columns(rest) <= page.width;
  const left = widest(rows.filter(({ at, thing }) => fits(columns(at), thing)).map(({ at }) => at));
  const told = page.verbose || places.length === 1;
  const same = rows.every(({ via }) => via === rows[0]!.via);
  const lines = rows.flatMap(({ at, thing, names, tags, via }) => {
    const wide = Math.max(left, columns(at));
    const link = `    ${page.paint('path', at)}`;
    const row = link + ' '.repeat(wide - columns(at) + 2);
    const below = (indent: number, ...rest: readonly string[]) => [
      ...rest.flatMap((text) => page.lines(text === tags ? 'notable' : undefined, text, indent)),
      ...(told && !same ? page.lines('faint', via, 6) : []),
    ];
    const named = names ? `${thing}  ${names}` : thing;
    if (!fits(wide, thing))
      return [link, ...(fits(0, named) ? below(6, named, tags) : below(6, thing, names, tags))];
    if (!fits(wide, named)) return [row + thing, ...below(wide + 6, names, tags)];
    if (!fits(wide, `${named}  ${tags}`)) return [row + named, ...below(wide + 6, tags)];
    return [`${row}${named}  ${page.paint('notable', tags)}`.trimEnd(), ...below(0)];
  });
  return told && same ? [...lines, ...page.lines('faint', rows[0]!.via, 6)] : lines;
}

function rowOf({ finding, names, context, environments }: Place, page: Page) {
  const also = finding.also ?? [];
  const others = also.length > 0 && !page.verbose ? [`and ${digits(also.length)} more`] : also;
  return {
    at: page.at(finding.file, finding.startLine),
    thing: [finding.resource, ...others].map(visible).join(' '),
    names: visible(names.join(', ')),
    tags: [onlyIn(environments), ...context].filter(Boolean).map(visible).join(', '),
    via: viaOf(finding, page),
  };
}

/** How the value got there. */
function viaOf({ via }: ReportedFinding, page: Page): string {
  const steps = via.map(
    ({ what, file, line }) => visible(what) + (file === undefined ? '' : ` (${page.at(file, line)})`),
  );
  return steps.length > 0 ? `via ${steps.join(', ')}` : '';
}
