import type { ContextPart, Expression, Operation, Placeholder } from './tree.ts';

/** Brackets inside one another; nobody writes more. */
const maxDepth = 50;
const token =
  /\s*(?:('(?:[^']|'')*')|((?:0x[0-9a-f]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?![\w-]))|([A-Za-z_][\w-]*)|(\|\||&&|==|!=|<=|>=|[<>!()[\],.*]))/iy;

/** All placeholders of a text, in order. A text without any costs one search. */
export function placeholdersOf(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  for (let start = text.indexOf('${{'); start >= 0; start = text.indexOf('${{', start + 3)) {
    const close = closingOf(text, start + 3);
    if (close < 0) {
      found.push({ start, end: text.length, expression: undefined, error: 'it is never closed by }}' });
      break;
    }
    found.push({ start, end: close + 2, ...parseExpression(text, start + 3, close) });
    start = close - 1;
  }
  return found;
}

/** Where the `}}` stands that closes a placeholder; quotes hide it. */
function closingOf(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    else if (char === '}' && !quoted && text[at + 1] === '}') return at;
  }
  return -1;
}

/** Parses one expression, as it stands between `${{` and `}}` or in `if`. Never throws. */
export function parseExpression(
  text: string,
  start = 0,
  end = text.length,
): { readonly expression: Expression | undefined; readonly error?: string } {
  try {
    const parser = new Parser(text.slice(0, end), start);
    return { expression: parser.whole() };
  } catch (error) {
    if (!(error instanceof NotAnExpression)) throw error;
    return { expression: undefined, error: error.message };
  }
}

class NotAnExpression extends Error {}

const comparisons = new Set(['==', '!=', '<', '<=', '>', '>=']);

class Parser {
  private kind: 'text' | 'number' | 'name' | 'sign' | 'end' = 'end';
  private value = '';
  private tokenStart = 0;
  private next: number;
  private last: number;
  private depth = 0;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.next = start;
    this.last = start;
    this.advance();
  }

  whole(): Expression {
    const expression = this.either();
    if (this.kind !== 'end') throw new NotAnExpression(`"${this.value.slice(0, 20)}" is not expected here`);
    return expression;
  }

  private advance(): void {
    this.last = this.next;
    token.lastIndex = this.next;
    const found = token.exec(this.text);
    if (!found) {
      if (this.text.slice(this.next).trim() !== '')
        throw new NotAnExpression(`it goes on with something that no expression holds`);
      this.kind = 'end';
      this.value = '';
      this.tokenStart = this.next;
      return;
    }
    this.next = token.lastIndex;
    this.kind =
      found[1] !== undefined ? 'text' : found[2] !== undefined ? 'number' : found[3] ? 'name' : 'sign';
    this.value = found[1] ?? found[2] ?? found[3] ?? found[4]!;
    this.tokenStart = this.next - this.value.length;
  }

  private is(sign: string): boolean {
    return this.kind === 'sign' && this.value === sign;
  }

  private take(sign: string): void {
    if (!this.is(sign)) throw new NotAnExpression(`a ${sign} is missing`);
    this.advance();
  }

  private either(): Expression {
    return this.chain('||', () => this.chain('&&', () => this.comparison()));
  }

  private chain(operator: '||' | '&&', operand: () => Expression): Expression {
    const first = operand();
    if (!this.is(operator)) return first;
    const operands = [first];
    while (this.is(operator)) {
      this.advance();
      operands.push(operand());
    }
    return { kind: 'operation', operator, operands, start: first.start, end: operands.at(-1)!.end };
  }

  private comparison(): Expression {
    let left = this.unary();
    while (this.kind === 'sign' && comparisons.has(this.value)) {
      const operator = this.value as Operation['operator'];
      this.advance();
      const right = this.unary();
      left = { kind: 'operation', operator, operands: [left, right], start: left.start, end: right.end };
    }
    return left;
  }

  private unary(): Expression {
    if (!this.is('!')) return this.access();
    const start = this.tokenStart;
    this.enter();
    this.advance();
    const operand = this.unary();
    this.depth--;
    return { kind: 'operation', operator: '!', operands: [operand], start, end: operand.end };
  }

  private enter(): void {
    if (++this.depth > maxDepth)
      throw new NotAnExpression(`more than ${maxDepth} brackets stand inside one another`);
  }

  private access(): Expression {
    const start = this.tokenStart;
    const root = this.primary();
    const parts: ContextPart[] = [];
    for (;;) {
      if (this.is('.')) {
        this.advance();
        if (this.kind !== 'name' && !this.is('*'))
          throw new NotAnExpression('a name is missing after the dot');
        parts.push(this.value.toLowerCase());
        this.advance();
      } else if (this.is('[')) {
        this.advance();
        this.enter();
        parts.push(this.index());
        this.depth--;
        this.take(']');
      } else break;
    }
    if (typeof root !== 'string' && parts.length === 0) return root;
    return { kind: 'context', root, parts, start, end: this.last };
  }

  private index(): ContextPart {
    if (this.is('*')) {
      this.advance();
      return '*';
    }
    const index = this.either();
    return index.kind === 'literal' && index.value !== null ? String(index.value).toLowerCase() : { index };
  }

  /** A name alone is the root of a context. */
  private primary(): Expression | string {
    const { kind, value, tokenStart: start } = this;
    if (kind === 'end') throw new NotAnExpression('there is nothing where a value belongs');
    if (kind === 'sign') {
      this.take('(');
      this.enter();
      const inner = this.either();
      this.depth--;
      this.take(')');
      return inner;
    }
    this.advance();
    const end = start + value.length;
    if (kind === 'text')
      return { kind: 'literal', value: value.slice(1, -1).replaceAll("''", "'"), start, end };
    if (kind === 'number') return { kind: 'literal', value: Number(value), start, end };
    if (this.is('(')) return this.call(value.toLowerCase(), start);
    if (value === 'true' || value === 'false')
      return { kind: 'literal', value: value === 'true', start, end };
    return value === 'null' ? { kind: 'literal', value: null, start, end } : value.toLowerCase();
  }

  private call(name: string, start: number): Expression {
    this.take('(');
    this.enter();
    const args: Expression[] = [];
    while (!this.is(')')) {
      args.push(this.either());
      if (!this.is(')')) this.take(',');
    }
    this.depth--;
    this.take(')');
    return { kind: 'call', name, args, start, end: this.last };
  }
}
