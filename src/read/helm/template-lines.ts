import { Mapping } from '../../model/mapping.ts';
import type { PlaceStep } from '../rendered-place.ts';

/** A line of a template that may hold a key. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** where its dash or key stands */
  readonly indent: number;
  /** where its key stands, behind dashes */
  readonly keyIndent: number;
  /** from the key on */
  readonly text: string;
  readonly isItem: boolean;
  /** nothing but template directives */
  readonly isDirective: boolean;
}

/** How far a way could be followed in a template. */
export interface TemplatePlace {
  /** range of the line */
  readonly start: number;
  readonly end: number;
  /** the line from its key on */
  readonly text: string;
  /** the expressions that write what belongs to it beside or instead of literal lines: on it, around it, right below it */
  readonly expressions: string;
  /** whether nothing but expressions belongs to it */
  readonly isPassed: boolean;
  readonly steps: number;
}

/** Which of a template's documents became the rendered object. */
export interface TemplateDocument {
  readonly kind: string;
  readonly name: string;
  /** the how-manieth object of its kind that the template was rendered to, from 0 */
  readonly ordinal: number;
}

/**
 * Finds the line of a template that wrote a place of the rendered object, by keys and indentation. A template is no
 * YAML, so this is a best guess: it stops where helpers or loops hide the rest.
 */
export function locateInTemplate(
  lines: readonly Line[],
  document: TemplateDocument,
  way: readonly PlaceStep[],
): TemplatePlace {
  let region = linesOfDocument(lines, document);
  let line = region.find(({ isDirective }) => !isDirective);
  const whole = region;
  let steps = 0;
  for (const step of way) {
    const next = typeof step.key === 'string' ? lineOfKey(region, step.key) : lineOfItem(region, step);
    if (!next) break;
    line = next;
    region = typeof step.key === 'string' ? below(region, next, next.keyIndent) : itemLines(region, next);
    steps++;
  }
  const before = line && whole[whole.indexOf(line) - 1];
  return {
    start: line ? line.start + line.indent : 0,
    end: line?.end ?? 0,
    text: line?.text ?? '',
    expressions: [
      before?.isDirective ? before.text : '',
      line?.text ?? '',
      ...directExpressions(region),
    ].join('\n'),
    isPassed: region.every(({ isDirective }) => isDirective),
    steps,
  };
}

/** Directives of a region that stand for children of its own, not for those of a key in it. */
function directExpressions(region: readonly Line[]): readonly string[] {
  const least = Math.min(
    ...region.filter(({ isDirective }) => !isDirective).map(({ keyIndent }) => keyIndent),
  );
  const found: string[] = [];
  let last: Line | undefined;
  for (const line of region)
    if (!line.isDirective) last = line;
    else if (!last || (last.keyIndent === least && !last.text.endsWith(':'))) found.push(line.text);
  return found;
}

/** The lines between the `---` around a document of the kind; of several, the one with the name, otherwise the one in that place. */
function linesOfDocument(lines: readonly Line[], { kind, name, ordinal }: TemplateDocument): readonly Line[] {
  const documents: Line[][] = [[]];
  for (const line of lines)
    if (line.text.startsWith('---')) documents.push([]);
    else documents.at(-1)!.push(line);
  const ofKind = documents.filter((each) => each.some(({ text }) => text === `kind: ${kind}`));
  const named = ofKind.filter((each) => each.some(({ text }) => text === `name: ${name}`));
  return (named.length === 1 ? named[0] : (ofKind[ordinal] ?? ofKind[0])) ?? lines;
}

/** The lines of a template without comments and empty ones. */
export function linesOfTemplate(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const raw = text.slice(start, end).trimEnd();
    const indent = raw.length - raw.trimStart().length;
    const dashes = /^(-\s+)*/.exec(raw.slice(indent))![0].length;
    const content = raw.slice(indent + dashes);
    if (raw !== '' && !raw.trimStart().startsWith('#'))
      lines.push({
        start,
        end: start + raw.length,
        indent,
        keyIndent: indent + dashes,
        text: content,
        isItem: dashes > 0 || raw.trim() === '-',
        isDirective: isDirective(content),
      });
    start = end + 1;
  }
  return lines;
}

/** `{{- toYaml . | nindent 4 }}`, but not `{{ $key }}: value`. */
function isDirective(text: string): boolean {
  if (!text.startsWith('{{') || !text.endsWith('}}')) return false;
  return text.indexOf(':', text.indexOf('}}')) < 0;
}

/** The line with a key that is indented least: deeper ones belong to other maps. */
function lineOfKey(region: readonly Line[], key: string): Line | undefined {
  let best: Line | undefined;
  for (const line of region) {
    if (best && line.keyIndent >= best.keyIndent) continue;
    const rest = line.text.replace(/^["']/, '');
    if (rest.startsWith(key) && /^["']?\s*:(\s|$)/.test(rest.slice(key.length))) best = line;
  }
  return best;
}

function lineOfItem(region: readonly Line[], { key, value }: PlaceStep): Line | undefined {
  const dashes = region.filter(({ isItem }) => isItem);
  const least = Math.min(...dashes.map(({ indent }) => indent));
  const items = dashes.filter(({ indent }) => indent === least);
  if (items.length === 1) return items[0];
  const name = value.content instanceof Mapping ? value.peek('name')?.content : value.content;
  const named =
    typeof name === 'string' &&
    items.find((item) =>
      itemLines(region, item).some(({ text }) => text === name || text === `name: ${name}`),
    );
  return named || items[Number(key)];
}

/** Lines that are indented deeper than a key; the items of a list may stand as far left as their key. */
function below(region: readonly Line[], line: Line, indent: number): readonly Line[] {
  const first = region.indexOf(line) + 1;
  let last = first;
  while (last < region.length) {
    const { isDirective, keyIndent, isItem, indent: own } = region[last]!;
    if (!isDirective && keyIndent <= indent && !(isItem && own === indent)) break;
    last++;
  }
  return region.slice(first, last);
}

function itemLines(region: readonly Line[], item: Line): readonly Line[] {
  const first = region.indexOf(item);
  let last = first + 1;
  while (last < region.length && (region[last]!.isDirective || region[last]!.indent > item.indent)) last++;
  return region.slice(first, last);
}
