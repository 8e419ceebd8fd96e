import { BYTE_ORDER_MARK, HASH, isBlank, isLineBreak } from './characters.ts';
/** Walks over what stands between values, for which js-yaml gives no places: blanks, comments, indicators, markers. */
export class Gaps {
  /** where the text begins that no value was found in yet */
  position = 0;

  constructor(private readonly text: string) {}

  /** Goes over blanks, line breaks and comments. @returns where it gets to */
  skip(): number {
    const { text } = this;
    let at = this.position;
    for (;;) {
      const code = text.charCodeAt(at);
      if (isBlank(code) || code === BYTE_ORDER_MARK) at++;
      else if (code === HASH) at = lineEnd(text, at);
      else break;
    }
    this.position = at;
    return at;
  }

  /**
   * Goes past an indicator where it is what comes next, and nowhere otherwise.
   * @param inFlow where it needs no blank behind it
   */
  pass(indicator: '?' | ':' | ',', inFlow: boolean): void {
    const { text, position } = this;
    const at = this.skip();
    const isThere =
      text[at] === indicator && (inFlow || at + 1 >= text.length || isBlank(text.charCodeAt(at + 1)));
    this.position = isThere ? at + 1 : position;
  }

  /** Goes past the `---` of a document, and what may be before it: the `...` of the one before, and directives. */
  passMarker(): void {
    const { text } = this;
    for (;;) {
      const at = this.skip();
      if (text.startsWith('...', at)) this.position = at + 3;
      else if (text[at] === '%') this.position = lineEnd(text, at);
      else break;
    }
    this.position += 3;
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}
