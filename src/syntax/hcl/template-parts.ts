import { isSpace, LINE_FEED } from './characters.ts';
import type { Expression, Interpolation, Range, SyntaxFault, TemplatePart } from './tree.ts';

/** A stretch of text that does not go over the end of a line; strip markers and indentation change its text. */
export interface TextPiece {
  readonly kind: 'text';
  text: string;
  readonly start: number;
  readonly end: number;
}

export interface Directive extends Range {
  readonly kind: 'directive';
  readonly keyword: 'if' | 'else' | 'endif' | 'for' | 'endfor';
  /** condition of an `if`, collection of a `for` */
  readonly value?: Expression;
  readonly keyName?: string;
  readonly valueName?: string;
}

/** What a template consists of before strip markers, indentation and directives are worked out. */
export type Piece = TextPiece | Interpolation | Directive;

/** Removes white space at the start of a text, as `~}` does with the text behind it. */
export function stripStart(text: string): string {
  let at = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return text.slice(at);
}

/** Removes white space at the end of a text, as `${~` does with the text before it. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

/**
 * Takes off each line the white space that all lines start with, as `<<-` asks for.
 * Blank lines neither count nor change. Works after the strip markers, as HashiCorp's parser does.
 */
export function takeOffIndentation(pieces: readonly Piece[]): void {
  let least = Infinity;
  let lineStarts = true;
  const leading: TextPiece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'text') {
      if (lineStarts) least = 0;
      lineStarts = false;
      continue;
    }
    const ends = endsLine(piece.text);
    if (lineStarts) {
      const width = piece.text.length - stripStart(piece.text).length;
      if (width < piece.text.length || !ends) {
        leading.push(piece);
        least = Math.min(least, width);
      }
    }
    lineStarts = ends;
  }
  if (least === 0) return;
  for (const piece of leading) piece.text = piece.text.slice(least);
}

function endsLine(text: string): boolean {
  return text.length > 0 && text.charCodeAt(text.length - 1) === LINE_FEED;
}

/** Directives that are open at one place of a template, at most; more would only be written to do harm. */
const maximumOpenDirectives = 100;

interface Open {
  readonly directive: Directive;
  readonly parts: TemplatePart[];
  otherwise?: TemplatePart[];
}

/**
 * Nests directives and joins neighbouring texts.
 * @returns the parts and the greatest number of directives around one, or what is wrong with the directives
 */
export function nest(pieces: readonly Piece[]): { parts: TemplatePart[]; depth: number } | SyntaxFault {
  const root: TemplatePart[] = [];
  const open: Open[] = [];
  let parts = root;
  let depth = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (piece.kind === 'text') {
      let { text, end } = piece;
      for (let next = pieces[at + 1]; next?.kind === 'text'; next = pieces[++at + 1]) {
        text += next.text;
        end = next.end;
      }
      parts.push({ kind: 'text', start: piece.start, end, text });
      continue;
    }
    if (piece.kind === 'interpolation') {
      parts.push(piece);
      continue;
    }
    const top = open.at(-1);
    switch (piece.keyword) {
      case 'if':
      case 'for':
        if (open.length === maximumOpenDirectives)
          return fault(piece, `More than ${maximumOpenDirectives} directives are open here.`);
        open.push({ directive: piece, parts: [] });
        depth = Math.max(depth, open.length);
        break;
      case 'else':
        if (top?.directive.keyword !== 'if' || top.otherwise)
          return fault(piece, 'No "%{ if … }" is open that this "else" could belong to.');
        top.otherwise = [];
        break;
      default:
        if (top === undefined || piece.keyword !== `end${top.directive.keyword}`)
          return fault(piece, misplacedEnd(piece, top));
        open.pop();
        (open.length === 0 ? root : partsOf(open.at(-1)!)).push(close(top, piece.end));
    }
    parts = open.length === 0 ? root : partsOf(open.at(-1)!);
  }
  const top = open.at(-1);
  if (top)
    return fault(
      top.directive,
      `This "${top.directive.keyword}" is never closed: end it with "%{ end${top.directive.keyword} }".`,
    );
  return { parts, depth };
}

function partsOf(open: Open): TemplatePart[] {
  return open.otherwise ?? open.parts;
}

function close({ directive, parts: then, otherwise }: Open, end: number): TemplatePart {
  const { start, value, keyName, valueName } = directive;
  if (directive.keyword === 'if')
    return { kind: 'if', start, end, condition: value!, then, else: otherwise ?? [] };
  const key = keyName === undefined ? {} : { key: keyName };
  return { kind: 'for-directive', start, end, ...key, value: valueName!, collection: value!, body: then };
}

function misplacedEnd(piece: Directive, top: Open | undefined): string {
  return top
    ? `"end${top.directive.keyword}" must come before this "${piece.keyword}".`
    : `No directive is open that this "${piece.keyword}" could close.`;
}

function fault({ start, end }: Range, message: string): SyntaxFault {
  return { start, end, message };
}
