import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  GREATER,
  identifierEnd,
  isNewline,
  SPACE,
} from './characters.ts';
import { HeredocParser } from './heredoc-parser.ts';
import type { Broken, Call, Expression, For, ObjectConstructor, ObjectItem, Tuple } from './tree.ts';

/** Reads what stands between brackets, braces and the parentheses of a call. */
export abstract class CollectionParser extends HeredocParser {
  /** objects that are open in the expression being read; recovery knows by it which "}" ends the expression */
  protected openBraces = 0;

  /** Reads `[ … ]`: a tuple, or the `for` that makes one. */
  protected parseTuple(): Tuple | For | Broken {
    const start = this.at++;
    const outer = this.enter(start);
    const { newlinesAreBlank } = this;
    this.newlinesAreBlank = true;
    this.peek();
    if (this.word('for')) return this.finishFor(start, CLOSE_BRACKET, outer, newlinesAreBlank);
    const items: Expression[] = [];
    while (this.peek() !== CLOSE_BRACKET) {
      items.push(this.parseExpression());
      if (this.peek() === COMMA) this.at++;
      else if (this.peek() !== CLOSE_BRACKET) this.fail('Expected "," or "]" behind an item of the list');
    }
    this.newlinesAreBlank = newlinesAreBlank;
    this.leave(outer);
    return { kind: 'tuple', start, end: ++this.at, items };
  }

  /** Reads `{ … }`: an object, or the `for` that makes one. */
  protected parseObject(): ObjectConstructor | For | Broken {
    const start = this.at++;
    const outer = this.enter(start);
    const { newlinesAreBlank } = this;
    this.openBraces++;
    this.newlinesAreBlank = true;
    const first = this.peek();
    if (first === 102 && this.word('for')) return this.finishFor(start, CLOSE_BRACE, outer, newlinesAreBlank);
    const items: ObjectItem[] = [];
    while (this.skipNewlines() !== CLOSE_BRACE) {
      items.push(this.parseObjectItem());
      const code = this.peek();
      if (code === COMMA) this.at++;
      else if (code !== CLOSE_BRACE && !isNewline(code))
        this.fail('Expected a newline, "," or "}" behind an item of the object');
    }
    this.newlinesAreBlank = newlinesAreBlank;
    this.openBraces--;
    this.leave(outer);
    return { kind: 'object', start, end: ++this.at, items };
  }

  /** Moves over newlines too, where they separate. @returns the character of the next token */
  protected skipNewlines(): number {
    this.newlinesAreBlank = true;
    const code = this.peek();
    this.newlinesAreBlank = false;
    return code;
  }

  private parseObjectItem(): ObjectItem {
    const { at: start } = this;
    const key = this.parseKey();
    const code = this.peek();
    const next = this.ahead(1);
    if (code !== COLON && (code !== EQUALS || next === EQUALS || next === GREATER))
      this.fail('Expected "=" and a value behind the key');
    this.at++;
    const value = this.parseExpression();
    return { start, end: value.end, key, value };
  }

  /** Reads a key; a bare word is the text it spells, not a variable. */
  private parseKey(): Expression {
    const { text, at: start } = this;
    const end = identifierEnd(text, start, this.limit);
    if (end > start) {
      let next = end;
      while (text.charCodeAt(next) === SPACE) next++;
      const code = text.charCodeAt(next);
      if (next < this.limit && (code === EQUALS || code === COLON)) {
        const after = text.charCodeAt(next + 1);
        if (after !== EQUALS && after !== GREATER && after !== COLON) {
          this.at = next;
          return bareKey(start, end, text);
        }
      }
    }
    const key = this.parseExpression();
    const isWord =
      key.kind === 'variable' ||
      (key.kind === 'literal' && (typeof key.value !== 'object' || key.value === null));
    return isWord ? bareKey(key.start, key.end, text) : key;
  }

  /** Reads the rest of a `for`, whose keyword was read. */
  private finishFor(start: number, closer: number, outer: number, newlinesAreBlank: boolean): For | Broken {
    const { keyName, valueName, value: collection } = this.readForIntroduction();
    if (this.peek() !== COLON) this.fail('Expected ":" behind the collection of this "for"');
    this.at++;
    let value = this.parseExpression();
    let key: Expression | undefined;
    if (this.peek() === EQUALS && this.ahead(1) === GREATER) {
      this.at += 2;
      key = value;
      value = this.parseExpression();
    }
    const group = this.peek() === DOT && this.ahead(1) === DOT && this.ahead(2) === DOT;
    const ellipsis = this.at;
    if (group) this.at += 3;
    this.peek();
    const condition = this.word('if') ? this.parseExpression() : undefined;
    if (this.peek() !== closer)
      this.fail(`Expected "${String.fromCharCode(closer)}" at the end of this "for"`);
    this.newlinesAreBlank = newlinesAreBlank;
    const end = ++this.at;
    this.leave(outer);
    if (closer === CLOSE_BRACE) {
      this.openBraces--;
      if (!key)
        return this.reject(
          'A "for" in braces makes an object: write "key => value".',
          value.start,
          value.end,
          start,
        );
    } else if (key) {
      return this.reject(
        'A "for" in brackets makes a list: write a value without "key =>", or use braces.',
        key.start,
        key.end,
        start,
      );
    } else if (group) {
      return this.reject(
        '"..." groups the values of an object: use braces and "key => value...".',
        ellipsis,
        ellipsis + 3,
        start,
      );
    }
    return {
      kind: 'for',
      start,
      end,
      ...(keyName === undefined ? {} : { keyName }),
      valueName,
      collection,
      ...(key === undefined ? {} : { key }),
      value,
      ...(condition === undefined ? {} : { condition }),
      group,
    };
  }

  /** Reports what is wrong with an expression that was read to its end, so that reading goes on behind it. */
  private reject(message: string, start: number, end: number, from: number): Broken {
    this.report(message, start, end);
    return { kind: 'broken', start: from, end: this.at };
  }

  /** Reads the arguments of a call, whose name starts at `start` and whose "(" stands at the place. */
  protected finishCall(name: string, start: number): Call {
    const outer = this.enter(this.at++);
    const { newlinesAreBlank } = this;
    this.newlinesAreBlank = true;
    const args: Expression[] = [];
    let expand = false;
    while (this.peek() !== CLOSE_PAREN) {
      if (expand) this.fail('Expected ")" behind "..."');
      args.push(this.parseExpression());
      const code = this.peek();
      if (code === COMMA) this.at++;
      else if (code === DOT && this.ahead(1) === DOT && this.ahead(2) === DOT) {
        this.at += 3;
        expand = true;
      } else if (code !== CLOSE_PAREN) this.fail(`Expected "," or ")" behind an argument of ${name}()`);
    }
    this.newlinesAreBlank = newlinesAreBlank;
    this.leave(outer);
    return { kind: 'call', start, end: ++this.at, name, args, expand };
  }

  /** Reads `( … )` around an expression. */
  protected parseParenthesised(): Expression {
    const start = this.at++;
    const outer = this.enter(start);
    const { newlinesAreBlank } = this;
    this.newlinesAreBlank = true;
    const inner = this.parseExpression();
    if (this.peek() !== CLOSE_PAREN) this.fail('Expected ")"');
    this.newlinesAreBlank = newlinesAreBlank;
    this.leave(outer);
    return { kind: 'parenthesised', start, end: ++this.at, inner };
  }
}

function bareKey(start: number, end: number, text: string): Expression {
  return {
    kind: 'template',
    start,
    end,
    parts: [{ kind: 'text', start, end, text: text.slice(start, end) }],
  };
}
