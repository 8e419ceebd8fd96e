import type { Plain } from '../../model/node.ts';
import { columnOf, indentOf, lineStart } from '../lines.ts';
import type { Splice } from '../splice.ts';
import { isFlow, isInFlow, type Located } from './locate.ts';
import { becomeBlock, becomeInline, columnBelow, isBelowKey, isBlock, wantsLines } from './place.ts';
import { renderBlock, renderInline, renderJsonLines, renderLike, type Style } from './render.ts';

/** Puts a value in the place of another. A text keeps its quotes, a list or map its style. */
export function replace(located: Located, value: Plain, style: Style): Splice[] {
  const { node } = located;
  const { start, end } = node;
  const { text } = node.file;
  const written = text.slice(start, end);
  const inBrackets = isInFlow(located);
  if (style.json || inBrackets || (isFlow(node) && start < end) || !wantsLines(value)) {
    if (isBelowKey(located) && isBlock(located)) return becomeInline(located, renderInline(value, style));
    const rendered =
      style.json && written.includes('\n') && wantsLines(value)
        ? renderJsonLines(value, indentOf(text, start), style)
        : renderLike(written, value, style, inBrackets);
    const lead = start === end && /[:\-,]/.test(text.charAt(start - 1)) ? ' ' : '';
    return [{ start, end, text: lead + rendered }];
  }
  if (!isBlock(located)) return becomeBlock(located, value, style);
  if (!isBelowKey(located) || Array.isArray(value) === Array.isArray(node.content))
    return [{ start, end, text: renderBlock(value, columnOf(text, start), style) }];
  const column = columnBelow(located, value, style);
  return [
    { start: lineStart(text, start), end, text: ' '.repeat(column) + renderBlock(value, column, style) },
  ];
}
