import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  COMMA,
  DOLLAR,
  LINE_FEED,
  OPEN_BRACE,
  PERCENT,
  QUOTE,
  TILDE,
} from './characters.ts';
import { readEscape } from './escapes.ts';
import { Failure, Scanner } from './scanner.ts';
import { type Directive, nest, type Piece, stripEnd, stripStart } from './template-parts.ts';
import type { Broken, Expression, Template, TextPart } from './tree.ts';

const keywords: ReadonlySet<string> = new Set(['if', 'else', 'endif', 'for', 'endfor']);

/** Reads the template sub-language: quoted strings and templates on their own. */
export abstract class TemplateParser extends Scanner {
  abstract parseExpression(): Expression;

  /** Reads a quoted string, whose opening quote stands at the place. */
  protected parseQuoted(): Template | Broken {
    const { text, limit, at: start } = this;
    for (let at = start + 1; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        const part: TextPart = { kind: 'text', start: start + 1, end: at, text: text.slice(start + 1, at) };
        return { kind: 'template', start, end: at + 1, parts: [part] };
      }
      if (code === BACKSLASH || code === DOLLAR || code === PERCENT || code === LINE_FEED) break;
    }
    this.at = start + 1;
    const outer = this.enter(start);
    const pieces: Piece[] = [];
    for (let strip = false; ; ) {
      this.readQuotedText(pieces, strip, start);
      if (this.text.charCodeAt(this.at) === QUOTE) break;
      strip = this.readSequence(pieces);
    }
    this.at++;
    const template = this.finish(pieces, start, start + 1);
    this.leave(outer);
    return template;
  }

  /** Reads a literal string, as labels are; `${` has no meaning in it and is refused. */
  protected parseString(): TextPart {
    const start = this.at;
    const template = this.parseQuoted();
    const part = template.kind === 'template' && template.parts.length === 1 ? template.parts[0]! : undefined;
    if (part?.kind === 'text') return { kind: 'text', start, end: template.end, text: part.text };
    this.report(
      'A label holds plain text only: write "$${" where you mean the characters "${".',
      start,
      template.end,
    );
    return { kind: 'text', start, end: template.end, text: this.text.slice(start + 1, template.end - 1) };
  }

  /** Reads up to the closing quote or the next `${` or `%{`. */
  private readQuotedText(pieces: Piece[], strip: boolean, open: number): void {
    const { text, limit, at: start } = this;
    let value = '';
    let from = start;
    let at = start;
    for (; ; at++) {
      const code = at < limit ? text.charCodeAt(at) : LINE_FEED;
      if (code === QUOTE) break;
      if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED))
        throw new Failure(
          'This string is never closed: end it with a quote on its line, or use <<EOT for a text of several lines.',
          open,
          at,
        );
      if (code === BACKSLASH) {
        const sequence = readEscape(text, at, limit);
        if (sequence.error !== undefined) this.report(sequence.error, at, at + sequence.length);
        value += text.slice(from, at) + sequence.text;
        from = at + sequence.length;
        at = from - 1;
      } else if ((code === DOLLAR || code === PERCENT) && at + 1 < limit) {
        if (text.charCodeAt(at + 1) === OPEN_BRACE) break;
        if (this.isEscapedSequence(at)) {
          value += text.slice(from, at + 1);
          from = at + 2;
          at += 2;
        }
      }
    }
    this.at = at;
    if (at > start) this.addText(pieces, start, at, value + text.slice(from, at), strip);
  }

  /** Whether `$${` or `%%{` stands at `at`. */
  private isEscapedSequence(at: number): boolean {
    const { text } = this;
    return (
      text.charCodeAt(at + 1) === text.charCodeAt(at) &&
      at + 2 < this.limit &&
      text.charCodeAt(at + 2) === OPEN_BRACE
    );
  }

  private addText(pieces: Piece[], start: number, end: number, text: string, strip: boolean): void {
    pieces.push({ kind: 'text', start, end, text: strip ? stripStart(text) : text });
  }

  /**
   * Reads up to and with the end of the line, or up to `${` or `%{`.
   * @returns whether the line is over
   */
  protected readLineText(pieces: Piece[], strip: boolean): boolean {
    const { text, limit, at: start } = this;
    let value = '';
    let from = start;
    let at = start;
    let over = false;
    for (; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED) {
        at++;
        over = true;
        break;
      }
      if ((code === DOLLAR || code === PERCENT) && at + 1 < limit) {
        if (text.charCodeAt(at + 1) === OPEN_BRACE) break;
        if (this.isEscapedSequence(at)) {
          value += text.slice(from, at + 1);
          from = at + 2;
          at += 2;
        }
      }
    }
    this.at = at;
    if (at > start) this.addText(pieces, start, at, value + text.slice(from, at), strip);
    return over;
  }

  /** Reads what stands between the place and the limit as a template without quotes around it. */
  parseBareTemplate(): Template | Broken {
    const { at: start } = this;
    const outer = this.enter(start);
    const pieces: Piece[] = [];
    for (let strip = false; this.at < this.limit; ) {
      if (this.readLineText(pieces, strip)) strip = false;
      else if (this.at < this.limit) strip = this.readSequence(pieces);
    }
    const template = this.finish(pieces, start, start);
    this.leave(outer);
    return template;
  }

  protected finish(
    pieces: readonly Piece[],
    start: number,
    body: number,
    heredoc?: 'plain' | 'indented',
  ): Template | Broken {
    const end = this.at;
    const nested = nest(pieces);
    if ('message' in nested) {
      this.report(nested.message, nested.start, nested.end);
      return { kind: 'broken', start, end };
    }
    const { parts, depth } = nested;
    if (parts.length === 0) parts.push({ kind: 'text', start: body, end: body, text: '' });
    this.height += depth;
    return heredoc === undefined
      ? { kind: 'template', start, end, parts }
      : { kind: 'template', start, end, parts, heredoc };
  }

  /** Reads `${ … }` or `%{ … }`. @returns whether `~}` closes it, which strips the text behind it */
  protected readSequence(pieces: Piece[]): boolean {
    const { text, at: start } = this;
    const isDirective = text.charCodeAt(start) === PERCENT;
    this.at = start + 2;
    if (this.ahead(0) === TILDE) {
      this.at++;
      const before = pieces.at(-1);
      if (before?.kind === 'text') before.text = stripEnd(before.text);
    }
    const { newlinesAreBlank } = this;
    this.newlinesAreBlank = true;
    const directive = isDirective ? this.readDirective() : undefined;
    const value = directive ? directive.value : this.parseExpression();
    const strips = this.peek() === TILDE && this.ahead(1) === CLOSE_BRACE;
    if (strips) this.at++;
    else if (this.peek() !== CLOSE_BRACE)
      this.fail(
        isDirective
          ? 'Expected "}" at the end of the directive'
          : 'Expected "}" at the end of the interpolation (to write "${" itself, write "$${")',
      );
    this.newlinesAreBlank = newlinesAreBlank;
    const end = ++this.at;
    pieces.push(
      directive ? { ...directive, start, end } : { kind: 'interpolation', start, end, value: value! },
    );
    return strips;
  }

  private readDirective(): Directive {
    this.peek();
    const start = this.at;
    const keyword = this.identifier();
    if (keyword === undefined || !isKeyword(keyword)) {
      this.at = start;
      this.fail(
        'Expected "if", "else", "endif", "for" or "endfor" behind "%{" (to write "%{" itself, write "%%{")',
      );
    }
    const directive = { kind: 'directive', keyword, start, end: this.at } as const;
    if (keyword === 'if') return { ...directive, value: this.parseExpression() };
    return keyword === 'for' ? { ...directive, ...this.readForIntroduction() } : directive;
  }

  /** Reads the names and the collection of a `for`: `k, v in collection`. */
  protected readForIntroduction(): { keyName?: string; valueName: string; value: Expression } {
    const first = this.readName();
    let second: string | undefined;
    if (this.peek() === COMMA) {
      this.at++;
      second = this.readName();
    }
    this.peek();
    if (!this.word('in')) this.fail('Expected "in" and a collection');
    const value = this.parseExpression();
    return second === undefined ? { valueName: first, value } : { keyName: first, valueName: second, value };
  }

  private readName(): string {
    this.peek();
    return this.identifier() ?? this.fail('Expected a name for the variable of this "for"');
  }
}

function isKeyword(word: string): word is Directive['keyword'] {
  return keywords.has(word);
}
