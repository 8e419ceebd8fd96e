import type { Pipeline, Word } from './tree.ts';

/** Reads commands from an offset up to a closing character; gives them and the offset past that character. */
export type ReadNested = (from: number, closing: string) => { pipelines: readonly Pipeline[]; end: number };

const redirect = /(?:\d+|&)?(?:<<<|<<-|<<|<&|<>|>>|>&|>\||<|>)/y;

/** Reads the words of a shell script: quotes, escapes, variables and substitutions. */
export class WordReader {
  private out = '';
  private dynamic = false;
  private quoted = false;
  private substitutions: Pipeline[] = [];

  constructor(
    private readonly text: string,
    private readonly limit: number,
    /** what ends the script around: a backtick also ends a word */
    private readonly closing: string,
    private readonly nested: ReadNested,
  ) {}

  /** Whether a redirection starts here; `<(…)` and `>(…)` are words. */
  startsRedirect(at: number): boolean {
    redirect.lastIndex = at;
    const found = redirect.exec(this.text);
    return found !== null && !(found[0].length === 1 && this.text[at + 1] === '(');
  }

  readRedirect(at: number): { operator: string; end: number } {
    redirect.lastIndex = at;
    const found = redirect.exec(this.text)![0];
    return { operator: found.replace(/^[\d&]+/, ''), end: at + found.length };
  }

  /** The word at an offset; empty where none starts there. */
  read(start: number): Word {
    this.out = '';
    this.dynamic = false;
    this.quoted = false;
    this.substitutions = [];
    const end = Math.min(this.word(start), this.limit);
    const { out: text, dynamic, quoted, substitutions } = this;
    return { text, dynamic, quoted, substitutions, start, end };
  }

  private word(start: number): number {
    const { text, limit } = this;
    let at = start;
    while (at < limit) {
      const char = text[at]!;
      if (isEnd(char) || (char === '`' && this.closing === '`')) {
        if ((char !== '<' && char !== '>') || text[at + 1] !== '(') break;
        at = this.substitution(at, at + 2, ')');
      } else if (char === '\\') at = this.escape(at);
      else if (char === "'") at = this.single(at);
      else if (char === '"') at = this.double(at);
      else if (char === '`') at = this.substitution(at, at + 1, '`');
      else if (char === '$') at = this.dollar(at);
      else {
        this.out += char;
        at++;
      }
    }
    return at;
  }

  private escape(at: number): number {
    const next = this.text[at + 1] ?? '';
    this.quoted = true;
    if (next !== '\n') this.out += next;
    return at + 2;
  }

  private single(at: number): number {
    const close = this.text.indexOf("'", at + 1);
    const end = close < 0 || close >= this.limit ? this.limit : close;
    this.quoted = true;
    this.out += this.text.slice(at + 1, end);
    return end + 1;
  }

  private double(start: number): number {
    const { text, limit } = this;
    this.quoted = true;
    let at = start + 1;
    while (at < limit && text[at] !== '"') {
      const char = text[at]!;
      if (char === '\\' && '"\\$`\n'.includes(text[at + 1] ?? ' ')) at = this.escape(at);
      else if (char === '`') at = this.substitution(at, at + 1, '`');
      else if (char === '$') at = this.dollar(at);
      else {
        this.out += char;
        at++;
      }
    }
    return at + 1;
  }

  private dollar(at: number): number {
    const { text } = this;
    const next = text[at + 1] ?? '';
    if (next === '(' && text[at + 2] !== '(') return this.substitution(at, at + 2, ')');
    if (next === '(') return this.take(at, this.after(text.indexOf('))', at), 2));
    if (next === '{') return this.take(at, this.after(text.indexOf('}', at), 1));
    if (next === "'" && !this.quoted) return this.single(at + 1);
    const name = /[A-Za-z_]\w*|[\d?$!@*#-]/y;
    name.lastIndex = at + 1;
    const found = name.exec(text);
    if (!found) {
      this.out += '$';
      return at + 1;
    }
    return this.take(at, at + 1 + found[0].length);
  }

  private after(found: number, length: number): number {
    return found < 0 || found >= this.limit ? this.limit : found + length;
  }

  private substitution(start: number, from: number, closing: string): number {
    const { pipelines, end } = this.nested(from, closing);
    this.substitutions.push(...pipelines);
    return this.take(start, end);
  }

  private take(start: number, end: number): number {
    this.dynamic = true;
    this.out += this.text.slice(start, end);
    return end;
  }
}

function isEnd(char: string): boolean {
  return ' \t\r\n;&|<>()'.includes(char);
}
