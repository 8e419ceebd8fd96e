import { BYTE_ORDER_MARK, CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PAREN } from './characters.ts';
import { ExpressionParser } from './expression-parser.ts';
import { columnOf, findNextItem, looksLikeItem, skipSpaces } from './recovery.ts';
import { Failure, maximumErrors } from './scanner.ts';
import type { Expression, Range } from './tree.ts';

/**
 * What indentation is taken to show where something unclosed should have ended: nothing; the end of every block and
 * value that is not closed before a line indented less; or the end of all that is open before an item at the margin.
 */
export type Guidance = 'none' | 'all' | 'margin';

/** How much may be read again after errors, as a multiple of the text, before the rest is given up. */
const patience = 8;

/** Goes on behind items that cannot be read, and sees where something that is not closed should have ended. */
export abstract class RecoveringParser extends ExpressionParser {
  /** the text ended inside an item: something before is not closed */
  ranOut = false;
  /** name, start and indentation of the attribute being read */
  private attribute: { readonly name: string; readonly start: number; readonly column: number } | undefined;
  private readAgain = 0;

  constructor(
    text: string,
    protected readonly guidance: Guidance,
  ) {
    super(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
  }

  /** Reads the value of an attribute. */
  protected parseValue(name: string, start: number): Expression {
    if (this.guidance !== 'none') this.attribute = { name, start, column: columnOf(this.text, start) };
    const value = this.parseExpression();
    this.attribute = undefined;
    return value;
  }

  /** Whether an item that starts at `at` tells that what started at a column must have ended before it. */
  protected isOutside(at: number, started: number): boolean {
    if (this.guidance === 'none' || started < 0) return false;
    const column = columnOf(this.text, at);
    return this.guidance === 'margin' ? column === 0 : column >= 0 && column <= started;
  }

  /**
   * Reports a failure and moves to where the next item seems to start.
   * @param start of the broken item
   * @param last item of its body that was read to its end, which may be the broken one
   * @param column where the items of its body stand at least
   */
  protected recover(failure: Failure, start: number, last: Range | undefined, column: number): void {
    const { limit, openBraces } = this;
    this.report(failure.message, failure.start, failure.end);
    if (failure.resume >= limit) this.ranOut = true;
    this.attribute = undefined;
    this.openBraces = 0;
    const before = this.at;
    const heredocEnd = this.heredocEnd();
    const reached = Math.max(before, this.at, failure.end);
    this.heredoc = undefined;
    const broken = {
      start,
      column: last ? columnOf(this.text, last.start) : column,
      done: last?.end ?? start,
      from: Math.max(heredocEnd, failure.resume),
      braces: openBraces + (this.endsWithBrace(failure.start) ? 1 : 0),
    };
    this.at = findNextItem(this.text, broken, limit);
    // comments behind the place are met again
    while (this.comments.length > 0 && this.comments.at(-1)! > this.at) this.comments.length -= 2;
    this.readAgain += Math.max(0, reached - this.at);
    if (this.errors.length < maximumErrors && this.readAgain <= patience * limit) return;
    const message = 'Too much before this is broken: the rest of the file is not read.';
    this.errors.push({ message, start: this.at, end: limit });
    this.at = limit;
  }

  /** Whether the line of a place ends with "{", whose "}" will then be met. */
  private endsWithBrace(at: number): boolean {
    return this.text.slice(at, this.lineEnd(at)).trimEnd().endsWith('{');
  }

  protected override crossNewline(line: number): void {
    const { attribute, text } = this;
    if (!attribute) return;
    const first = skipSpaces(text, line);
    const code = text.charCodeAt(first);
    const isCloser = code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PAREN;
    const isOutside = isCloser
      ? this.guidance === 'all' && first - line < attribute.column
      : this.isOutside(first, attribute.column) && looksLikeItem(text, first, this.limit);
    if (!isOutside) return;
    const message = `A bracket, brace or parenthesis in the value of "${attribute.name}" is never closed.`;
    throw new Failure(message, attribute.start, attribute.start + attribute.name.length, line);
  }
}
