import {
  CARRIAGE_RETURN,
  DOT,
  END,
  HASH,
  identifierEnd,
  isDigit,
  LINE_FEED,
  MINUS,
  PLUS,
  SLASH,
  SPACE,
  STAR,
  TAB,
} from './characters.ts';
import type { Range, SyntaxFault } from './tree.ts';

/** Levels of nesting that are read. Far above what people write, far below what the stack carries. */
export const maximumDepth = 250;
/** Height of an expression, which also grows by long chains such as `a + b + c`, so that walking it is safe. */
export const maximumHeight = 1000;

/** Errors that are listed; a text with more is not HCL, and its rest is not read. */
export const maximumErrors = 200;

/**
 * Thrown where an attribute or a block cannot be read on, and caught where the next one is looked for.
 * Deliberately not an Error: it is control flow and must stay cheap on hostile input.
 */
export class Failure implements Range {
  constructor(
    readonly message: string,
    readonly start: number,
    readonly end: number,
    /** from where on the next item is looked for */
    readonly resume = start,
  ) {}
}

/**
 * A place in a text that moves forward, blank by blank and token by token.
 * Holds what all parts of the parser share: the place, whether newlines count, errors, depth.
 */
export class Scanner {
  at: number;
  readonly errors: SyntaxFault[] = [];
  /** start and end of every comment passed, in turn */
  readonly comments: number[] = [];
  /** inside parentheses, brackets and interpolations a newline is a blank */
  protected newlinesAreBlank = false;
  private depth = 0;
  /** set once a comment was found never to be closed, so that no other looks for an end in vain */
  private unclosedComment = false;
  /** height of the highest expression read since it was last set to 0 */
  protected height = 0;

  constructor(
    readonly text: string,
    start = 0,
    readonly limit = text.length,
  ) {
    this.at = start;
  }

  /** Moves over blanks and comments to the next token and gives its first character, `END` where there is none. */
  peek(): number {
    const code = this.at < this.limit ? this.text.charCodeAt(this.at) : END;
    return code > SPACE && code !== SLASH && code !== HASH ? code : this.skipBlanks();
  }

  /** The character at an offset from the place; `END` behind the text. */
  ahead(offset: number): number {
    const at = this.at + offset;
    return at < this.limit ? this.text.charCodeAt(at) : END;
  }

  private skipBlanks(): number {
    const { text, limit } = this;
    let at = this.at;
    let code = END;
    for (; at < limit; at++) {
      code = text.charCodeAt(at);
      if (code === SPACE || code === TAB) continue;
      if (code === LINE_FEED && this.newlinesAreBlank) this.crossNewline(at + 1);
      else if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) {
        if (!this.newlinesAreBlank) {
          code = LINE_FEED;
          break;
        }
      } else {
        const end = code === HASH || code === SLASH ? this.commentEnd(at) : at;
        if (end === at) break;
        this.comments.push(at, end);
        at = end - 1;
      }
    }
    this.at = at;
    return at < limit ? code : END;
  }

  /** Called with the start of each line that is entered as a blank. */
  protected crossNewline(_line: number): void {}

  /** The end of the comment at `at`, without its newline; `at` where there is none. */
  private commentEnd(at: number): number {
    const next = this.text.charCodeAt(at + 1);
    if (this.text.charCodeAt(at) === SLASH && next !== SLASH) {
      if (next !== STAR || at + 1 >= this.limit) return at;
      const close = this.unclosedComment ? -1 : this.text.indexOf('*/', at + 2);
      if (close >= 0 && close + 2 <= this.limit) return close + 2;
      this.unclosedComment = true;
      this.report('This comment is never closed: end it with "*/".', at, at + 2);
    }
    return this.lineEnd(at);
  }

  /** The offset of the newline that ends the line at `at`, or the end of the text. */
  lineEnd(at: number): number {
    const feed = this.text.indexOf('\n', at);
    if (feed < 0 || feed >= this.limit) return this.limit;
    return feed > at && this.text.charCodeAt(feed - 1) === CARRIAGE_RETURN ? feed - 1 : feed;
  }

  /** Reads an identifier; `undefined` where there is none. */
  identifier(): string | undefined {
    const end = identifierEnd(this.text, this.at, this.limit);
    if (end === this.at) return undefined;
    const name = this.text.slice(this.at, end);
    this.at = end;
    return name;
  }

  /** Whether the next token is this word; if so, moves behind it. */
  word(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    const end = this.at + word.length;
    if (identifierEnd(this.text, this.at, this.limit) !== end) return false;
    this.at = end;
    return true;
  }

  /**
   * Reads a number that starts with a digit. As in HashiCorp's scanner a dot or an exponent belongs to it only
   * with a digit behind it, so that `a.0.b` and `1...` come apart.
   */
  number(): string {
    const { text, limit, at: start } = this;
    let end = start;
    let marks = 0;
    for (let at = start; at < limit; ) {
      const code = text.charCodeAt(at);
      if (isDigit(code)) end = ++at;
      else if (code === DOT) {
        marks++;
        at++;
      } else if (code === 101 || code === 69) {
        const sign = text.charCodeAt(at + 1);
        const digit = at + (sign === PLUS || sign === MINUS ? 2 : 1);
        if (digit >= limit || !isDigit(text.charCodeAt(digit))) break;
        marks++;
        end = at = digit + 1;
      } else break;
    }
    this.at = end;
    const number = text.slice(start, end);
    if (marks > 1 && !/^\d+(\.\d*)?([eE][+-]?\d+)?$/.test(number)) {
      const message = `"${number}" is not a number: write digits, at most one dot and one exponent.`;
      this.report(message, start, end);
    }
    return number;
  }

  /** Goes one level down. @returns the height to give to `leave` */
  protected enter(start: number): number {
    if (++this.depth > maximumDepth)
      throw new Failure(`This is nested more than ${maximumDepth} levels deep.`, start, start + 1);
    const { height } = this;
    this.height = 0;
    return height;
  }

  /** Goes up again, with what `enter` gave. */
  protected leave(outer: number): void {
    this.depth--;
    this.height = Math.max(outer, this.height + 1);
  }

  /** Puts one more node on top of the expression just read. */
  protected grow(start: number): void {
    if (++this.height > maximumHeight)
      throw new Failure(`This expression is more than ${maximumHeight} steps high.`, start, start + 1);
  }

  /** Forgets the levels of what was broken off. */
  protected resetTo(depth: number): void {
    this.depth = depth;
    this.newlinesAreBlank = false;
  }

  protected get level(): number {
    return this.depth;
  }

  report(message: string, start: number, end: number): void {
    if (this.errors.length < maximumErrors)
      this.errors.push({ message, start, end: Math.min(end, this.limit) });
    else if (this.errors.length === maximumErrors)
      this.errors.push({ message: 'There are more errors, which are not listed.', start, end: start });
  }

  /** Breaks off what is being read, at the next token. */
  protected fail(expected: string): never {
    throw this.unexpected(expected);
  }

  /** What is wrong where the next token is not what was expected. */
  protected unexpected(expected: string): Failure {
    const code = this.peek();
    const start = this.at;
    const end = tokenEnd(this.text, start, this.limit);
    return new Failure(`${expected}, but found ${describe(code, this.text.slice(start, end))}.`, start, end);
  }
}

function tokenEnd(text: string, at: number, limit: number): number {
  if (at >= limit) return limit;
  const end = identifierEnd(text, at, limit);
  if (end > at) return Math.min(end, at + 40);
  return Math.min(limit, at + String.fromCodePoint(text.codePointAt(at)!).length);
}

const lookalikes: Readonly<Record<string, string>> = {
  "'": ' (strings stand in double quotes)',
  '“': ' (strings stand in straight double quotes)',
  '”': ' (strings stand in straight double quotes)',
  '`': ' (a text of several lines is written <<EOT … EOT)',
  ';': ' (arguments are separated by newlines)',
  '&': ' (logical and is "&&")',
  '|': ' (logical or is "||")',
};

function describe(code: number, token: string): string {
  if (code === END) return 'the end of the file';
  if (code === LINE_FEED) return 'the end of the line';
  return `"${token}"${lookalikes[token] ?? ''}`;
}
