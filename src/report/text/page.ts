import { pathFor, type RenderOptions } from '../options.ts';
import { visible } from '../visible.ts';
import { type Paint, painter, type Style } from './paint.ts';
import { paragraph } from './wrap.ts';

/** What every section needs in order to write itself. */
export interface Page {
  readonly paint: Paint;
  /** columns that a line may take */
  readonly width: number;
  readonly verbose: boolean;
  /** `file:line` as terminals and editors make it a link */
  at(file: string, line?: number): string;
  /** A text wrapped to the width, its lines indented and of one style; no lines where it is empty. */
  lines(style: Style | undefined, text: string, indent: number): string[];
  /** The first of some items and how many are left out: all where `verbose`, and never only one left out. */
  first<T>(
    most: number,
    items: readonly T[],
  ): { readonly shown: readonly T[]; readonly hidden: readonly T[] };
}

/** Longer lines tire the eye, however wide the terminal is. */
const broadest = 120;
const narrowest = 40;

export function pageFor(options: RenderOptions): Page {
  const { verbose } = options;
  const paint = painter(options.colour);
  const width = Math.max(narrowest, Math.min(options.width || 80, broadest));
  return {
    paint,
    width,
    verbose,
    at: (file, line) => visible(pathFor(file, options)) + (line === undefined ? '' : `:${line}`),
    lines(style, text, indent) {
      const lines = paragraph(text, width, indent);
      return style ? lines.map((line) => paint(style, line)) : lines;
    },
    first(most, items) {
      // "and 1 more" would take the line that the one itself fits in
      const at = verbose || items.length <= most + 1 ? items.length : most;
      return { shown: items.slice(0, at), hidden: items.slice(at) };
    },
  };
}
