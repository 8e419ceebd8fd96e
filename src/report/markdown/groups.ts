import { describeFix, type Group, type Place, type Variant } from '../group.ts';
import { pathFor, type RenderOptions, urlFor } from '../options.ts';
import { count, digits, dimensionNames, onlyIn } from '../wording.ts';
import { clip, code, inHtml, plain, prose } from './escape.ts';

const placesShown = 20;
const variantsShown = 5;
const longestMessage = 800;

/** A cause as a section that opens at a click. */
export function groupSection(group: Group, options: RenderOptions): string {
  const { check, title, severity, dimension, variants } = group;
  const facts = [
    dimensionNames[dimension],
    count(group.count, 'place'),
    onlyIn(group.environments),
    ...(group.severityReason ? [group.severityReason] : group.context),
  ];
  const shown = variants.slice(0, variantsShown);
  const hidden = variants.slice(variantsShown).reduce((sum, { places }) => sum + places.length, 0);
  return [
    `<details><summary><b>${severity}: ${inHtml(clip(title, 200))}</b> (${inHtml(facts.filter(Boolean).join(', '))})</summary>`,
    '',
    code(check),
    '',
    ...shown.map((variant) => variantText(variant, options)),
    ...(hidden > 0 ? [`and ${count(hidden, 'other place')}\n`] : []),
    ...fixText(group),
    '</details>',
    '',
  ].join('\n');
}

/** The same in one line of a list. */
export function groupLine({ severity, title, check, count: places }: Group): string {
  return `- **${severity}**: ${plain(clip(title, 120))} (${code(check)}, ${count(places, 'place')})`;
}

function variantText({ message, places }: Variant, options: RenderOptions): string {
  const rest = places.length - placesShown;
  return [
    prose(clip(message, longestMessage)),
    '',
    ...places.slice(0, placesShown).map((place) => placeLine(place, options)),
    ...(rest > 0 ? [`- and ${digits(rest)} more`] : []),
    '',
  ].join('\n');
}

function placeLine({ finding, names, context, environments }: Place, options: RenderOptions): string {
  const at = code(`${pathFor(finding.file, options)}:${finding.startLine}`);
  const url = urlFor(finding.file, finding.startLine, options);
  const also = finding.also?.length ? ` and ${digits(finding.also.length)} more` : '';
  const about = [...names, onlyIn(environments), ...context].filter(Boolean);
  const resource = `${code(clip(finding.resource, 200))}${also}`;
  return `- ${url ? `[${at}](<${url}>)` : at} ${resource}${about.length > 0 ? `: ${plain(about.join(', '))}` : ''}`;
}

function fixText(group: Group): string[] {
  const fix = describeFix(group);
  return fix ? [`**Fix** (${fix.kind}): ${prose(clip(fix.what, 300))}`, ''] : [];
}
