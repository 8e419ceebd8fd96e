import { CARRIAGE_RETURN, identifierEnd, isSpace, LINE_FEED, MINUS } from './characters.ts';
import { Failure } from './scanner.ts';
import { TemplateParser } from './template-parser.ts';
import { type Piece, takeOffIndentation } from './template-parts.ts';
import type { Broken, Template } from './tree.ts';

/** Reads heredocs: templates that go over several lines and end with a line of their own. */
export abstract class HeredocParser extends TemplateParser {
  /** the heredoc that is being read, the outermost where they are nested; recovery goes on behind it */
  protected heredoc: { readonly marker: string; readonly body: number } | undefined;

  /** Reads a heredoc, whose `<<` stands at the place. */
  protected parseHeredoc(): Template | Broken {
    const { text, at: start } = this;
    const indented = this.ahead(2) === MINUS;
    const name = start + (indented ? 3 : 2);
    const nameEnd = identifierEnd(text, name, this.limit);
    const line = this.lineEnd(start);
    if (nameEnd === name || nameEnd !== line)
      throw new Failure(
        'A heredoc starts with "<<" or "<<-", a name, and the end of the line, nothing else.',
        start,
        line,
      );
    const marker = text.slice(name, nameEnd);
    const body = this.nextLine(line);
    const isOuter = this.heredoc === undefined;
    if (isOuter) this.heredoc = { marker, body };
    const outer = this.enter(start);
    const pieces: Piece[] = [];
    this.at = body;
    this.readHeredocLines(pieces, marker, start, nameEnd);
    if (indented) takeOffIndentation(pieces);
    const template = this.finish(pieces, start, body, indented ? 'indented' : 'plain');
    this.leave(outer);
    if (isOuter) this.heredoc = undefined;
    return template;
  }

  private readHeredocLines(pieces: Piece[], marker: string, start: number, nameEnd: number): void {
    for (let atLineStart = true, strip = false; ; ) {
      if (this.at >= this.limit) this.failUnclosed(marker, start, nameEnd);
      if (atLineStart && this.isMarkerLine(marker)) {
        const end = this.lineEnd(this.at);
        if (end === this.limit)
          this.report(`Put a newline behind "${marker}", which ends the heredoc.`, this.at, end);
        this.at = end;
        return;
      }
      if (this.readLineText(pieces, strip)) {
        strip = false;
        atLineStart = true;
      } else if (this.at < this.limit) {
        strip = this.readSequence(pieces);
        atLineStart = false;
      }
    }
  }

  /** Whether the line at the place holds the marker and nothing but white space beside it. */
  private isMarkerLine(marker: string): boolean {
    const { text } = this;
    let at = this.at;
    while (isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== LINE_FEED) at++;
    if (!text.startsWith(marker, at)) return false;
    const end = this.lineEnd(at);
    at += marker.length;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    return at === end;
  }

  private failUnclosed(marker: string, start: number, end: number): never {
    this.heredoc = undefined;
    throw new Failure(
      `This heredoc is never closed: end it with a line that holds only "${marker}".`,
      start,
      end,
    );
  }

  private nextLine(lineEnd: number): number {
    const at = this.text.charCodeAt(lineEnd) === CARRIAGE_RETURN ? lineEnd + 2 : lineEnd + 1;
    return Math.min(at, this.limit);
  }

  /** Where the heredoc that was being read ends, looked for without understanding what stands in it; -1 if nowhere. */
  protected heredocEnd(): number {
    const { heredoc } = this;
    if (!heredoc) return -1;
    for (this.at = heredoc.body; this.at < this.limit; this.at = this.nextLine(this.lineEnd(this.at)))
      if (this.isMarkerLine(heredoc.marker)) return this.lineEnd(this.at);
    return -1;
  }
}
