import { BodyParser } from './body-parser.ts';
import { BYTE_ORDER_MARK } from './characters.ts';
import { ExpressionParser } from './expression-parser.ts';
import type { Guidance } from './recovering-parser.ts';
import { Failure } from './scanner.ts';
import type { Body, Comment, Expression, Range, SyntaxFault, SyntaxTree } from './tree.ts';

/**
 * Reads a file of HCL native syntax (`.tf`, `.tofu`, `.tfvars`, `.hcl`). Never throws: what cannot be understood
 * stands in `errors`, and the items around it are read. Offsets count UTF-16 code units, a byte order mark included.
 */
export function parseHcl(text: string): SyntaxTree {
  let best = readBody(text, 'none');
  if (best.parser.ranOut) {
    // Something is not closed and has swallowed what follows. Indentation tells where it should have ended,
    // unless the file is not indented well: then reading by it finds more errors.
    for (const guidance of ['margin', 'all'] as const) {
      const other = readBody(text, guidance);
      if (other.parser.errors.length <= best.parser.errors.length) best = other;
    }
  }
  const { comments, errors } = best.parser;
  return { body: best.body, errors: inOrder(errors), comments: () => pairUp(comments) };
}

function readBody(text: string, guidance: Guidance): { readonly parser: BodyParser; readonly body: Body } {
  const parser = new BodyParser(text, guidance);
  return { parser, body: parser.parseFile() };
}

export interface ParsedExpression {
  /** `broken` where it could not be read at all */
  readonly expression: Expression;
  readonly errors: readonly SyntaxFault[];
}

/**
 * Reads one expression, as in a `.tfvars` value, `--var`, or a string of JSON syntax that names a reference.
 * Newlines count as blanks.
 * @param window the part of the text that holds it; all of it if left out
 */
export function parseHclExpression(text: string, window?: Range): ParsedExpression {
  return read(text, window, (parser) => parser.parseAlone());
}

/**
 * Reads a template without quotes around it, as `templatefile` and the strings of JSON syntax hold it.
 * @param window the part of the text that holds it; all of it if left out
 */
export function parseHclTemplate(text: string, window?: Range): ParsedExpression {
  return read(text, window, (parser) => parser.parseBareTemplate());
}

function read(
  text: string,
  window: Range | undefined,
  parse: (parser: ExpressionParser) => Expression,
): ParsedExpression {
  const start = window?.start ?? (text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
  const end = window?.end ?? text.length;
  const parser = new ExpressionParser(text, start, end);
  try {
    const expression = parse(parser);
    return { expression, errors: inOrder(parser.errors) };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    parser.report(failure.message, failure.start, failure.end);
    return { expression: { kind: 'broken', start, end }, errors: inOrder(parser.errors) };
  }
}

function inOrder(errors: readonly SyntaxFault[]): readonly SyntaxFault[] {
  return errors.length < 2 ? errors : errors.toSorted((a, b) => a.start - b.start);
}

function pairUp(offsets: readonly number[]): Comment[] {
  const comments: Comment[] = [];
  for (let at = 0; at < offsets.length; at += 2)
    comments.push({ start: offsets[at]!, end: offsets[at + 1]! });
  return comments;
}
