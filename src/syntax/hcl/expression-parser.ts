import {
  AMPERSAND,
  BAR,
  CLOSE_BRACKET,
  COLON,
  DOT,
  END,
  EQUALS,
  EXCLAMATION,
  GREATER,
  isDigit,
  LESS,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PERCENT,
  PLUS,
  QUESTION,
  QUOTE,
  SLASH,
  STAR,
} from './characters.ts';
import { CollectionParser } from './collection-parser.ts';
import type { Binary, Expression } from './tree.ts';

type Operator = Binary['operator'];

/** How tightly each binary operator binds, by the specification's table. */
const precedence: Readonly<Record<Operator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

/** Reads operations, traversals and terms. After each method the place is at the next token. */
export class ExpressionParser extends CollectionParser {
  /** Reads an expression that stands for itself, where newlines are blanks. */
  parseAlone(): Expression {
    this.newlinesAreBlank = true;
    const expression = this.parseExpression();
    if (this.peek() !== END) this.fail('Expected nothing behind the expression');
    return expression;
  }

  parseExpression(): Expression {
    const condition = this.parseOperation(1);
    if (this.peek() !== QUESTION) return condition;
    const outer = this.enter(this.at++);
    const then = this.parseExpression();
    if (this.peek() !== COLON) this.fail('Expected ":" and what the value is otherwise');
    this.at++;
    const otherwise = this.parseExpression();
    this.leave(outer);
    return {
      kind: 'conditional',
      start: condition.start,
      end: otherwise.end,
      condition,
      then,
      else: otherwise,
    };
  }

  /** Reads operands and the operators between them that bind at least as tightly as `least`. */
  private parseOperation(least: number): Expression {
    const { height } = this;
    this.height = 0;
    let left = this.parseOperand();
    for (;;) {
      const operator = this.operatorAt(this.peek());
      if (operator === undefined || precedence[operator] < least) break;
      this.at += operator.length;
      const right = this.parseOperation(precedence[operator] + 1);
      this.grow(left.start);
      left = { kind: 'binary', start: left.start, end: right.end, operator, left, right };
    }
    if (height > this.height) this.height = height;
    return left;
  }

  private operatorAt(code: number): Operator | undefined {
    switch (code) {
      case PLUS:
        return '+';
      case MINUS:
        return '-';
      case STAR:
        return '*';
      case SLASH:
        return '/';
      case PERCENT:
        return '%';
      case EQUALS:
        return this.ahead(1) === EQUALS ? '==' : undefined;
      case EXCLAMATION:
        return this.ahead(1) === EQUALS ? '!=' : undefined;
      case LESS:
        return this.ahead(1) === EQUALS ? '<=' : '<';
      case GREATER:
        return this.ahead(1) === EQUALS ? '>=' : '>';
      case AMPERSAND:
        return this.ahead(1) === AMPERSAND ? '&&' : undefined;
      case BAR:
        return this.ahead(1) === BAR ? '||' : undefined;
      default:
        return undefined;
    }
  }

  private parseOperand(): Expression {
    return this.parseTraversal(this.parseTerm());
  }

  /** Reads the attribute accesses, indexes and splats behind an expression. */
  private parseTraversal(from: Expression): Expression {
    const { start } = from;
    let of = from;
    for (;;) {
      const code = this.peek();
      if (code === DOT) {
        if (this.ahead(1) === DOT && this.ahead(2) === DOT) return of;
        of = this.parseDot(of);
      } else if (code === OPEN_BRACKET) of = this.parseBracket(of);
      else return of;
      this.grow(start);
    }
  }

  private parseDot(of: Expression): Expression {
    const { start } = of;
    const dot = this.at++;
    if (this.peek() === STAR) {
      this.at++;
      let each: Expression = { kind: 'variable', start: dot, end: this.at, name: '*' };
      while (this.peek() === DOT && !(this.ahead(1) === DOT && this.ahead(2) === DOT)) {
        this.at++;
        if (this.peek() === STAR)
          this.fail('Expected a name, for ".*" cannot stand inside another ".*" (write "[*]" instead)');
        const name = this.attributeName();
        each = { kind: 'attribute-access', start: dot, end: this.at, of: each, name };
        this.grow(start);
      }
      return { kind: 'splat', start, end: each.end, of, full: false, each };
    }
    const name = this.attributeName();
    return { kind: 'attribute-access', start, end: this.at, of, name };
  }

  /** Reads a name behind a dot, or the number of the legacy `.0`. */
  private attributeName(): string {
    if (!isDigit(this.peek())) return this.identifier() ?? this.fail('Expected a name behind "."');
    const start = this.at;
    const name = this.number();
    const dot = name.indexOf('.');
    if (dot >= 0) {
      const hint = `[${name.slice(0, dot)}][${name.slice(dot + 1)}]`;
      this.report(`"${name}" reads as one number here: write the two indexes as ${hint}.`, start, this.at);
    }
    return name;
  }

  private parseBracket(of: Expression): Expression {
    const open = this.at++;
    const { start } = of;
    if (this.peek() === STAR) {
      this.at++;
      if (this.peek() !== CLOSE_BRACKET) this.fail('Expected "]" behind "[*"');
      const outer = this.enter(open);
      const each = this.parseTraversal({ kind: 'variable', start: open, end: ++this.at, name: '*' });
      this.leave(outer);
      return { kind: 'splat', start, end: each.end, of, full: true, each };
    }
    const outer = this.enter(open);
    const { newlinesAreBlank } = this;
    this.newlinesAreBlank = true;
    const key = this.parseExpression();
    if (this.peek() !== CLOSE_BRACKET) this.fail('Expected "]" behind the index');
    this.newlinesAreBlank = newlinesAreBlank;
    this.leave(outer);
    return { kind: 'index', start, end: ++this.at, of, key };
  }

  private parseTerm(): Expression {
    const code = this.peek();
    switch (code) {
      case QUOTE:
        return this.parseQuoted();
      case OPEN_BRACKET:
        return this.parseTuple();
      case OPEN_BRACE:
        return this.parseObject();
      case OPEN_PAREN:
        return this.parseParenthesised();
      case EXCLAMATION:
        return this.parseUnary('!');
      case MINUS:
        return this.parseUnary('-');
      case LESS:
        if (this.ahead(1) === LESS) return this.parseHeredoc();
    }
    const start = this.at;
    if (isDigit(code)) {
      const number = this.number();
      return { kind: 'literal', start, end: this.at, value: { number } };
    }
    return this.parseName(start);
  }

  /** Reads what starts with an identifier: a variable, a keyword's value, or a call. */
  private parseName(start: number): Expression {
    let name = this.identifier() ?? this.fail('Expected a value');
    const end = this.at;
    let code = this.peek();
    while (code === COLON && this.ahead(1) === COLON) {
      this.at += 2;
      this.peek();
      name += `::${this.identifier() ?? this.fail('Expected the name of a function behind "::"')}`;
      code = this.peek();
      if (code !== OPEN_PAREN && code !== COLON) this.fail(`Expected "(" and the arguments of ${name}`);
    }
    if (code === OPEN_PAREN) return this.finishCall(name, start);
    switch (name) {
      case 'true':
        return { kind: 'literal', start, end, value: true };
      case 'false':
        return { kind: 'literal', start, end, value: false };
      case 'null':
        return { kind: 'literal', start, end, value: null };
      default:
        return { kind: 'variable', start, end, name };
    }
  }

  private parseUnary(operator: '!' | '-'): Expression {
    const start = this.at++;
    const outer = this.enter(start);
    const operand = this.parseOperand();
    this.leave(outer);
    return { kind: 'unary', start, end: operand.end, operator, operand };
  }
}
