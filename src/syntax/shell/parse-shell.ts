import type { Command, Pipeline, Redirect, Word } from './tree.ts';
import { WordReader } from './word-reader.ts';

/** Substitutions and blocks inside one another; what lies deeper is taken as text. */
const maxDepth = 30;

/** Words that only steer the shell: a command follows them. */
const leads = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', '!', '{', 'time', 'coproc']);
/** Words that end a block. */
const closes = new Set(['fi', 'done', 'esac', '}']);

/**
 * Reads a shell script, or a part of one. Never throws: what is not closed ends with the text.
 * @param end exclusive
 */
export function parseShell(text: string, start = 0, end = text.length): readonly Pipeline[] {
  return new ShellReader(text, start, end, '', 0).script();
}

class ShellReader {
  private after: Pipeline['after'] = '';
  private readonly heredocs: { readonly operator: string; readonly target: Word; body?: string }[] = [];
  private readonly words: WordReader;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
    /** the character that ends this script; none for the outermost */
    private readonly closing: string,
    private readonly depth: number,
  ) {
    this.words = new WordReader(text, end, closing, (from, closing) => this.nested(from, closing));
  }

  /** Reads pipelines up to the closing character, which it goes past. */
  script(): readonly Pipeline[] {
    const pipelines: Pipeline[] = [];
    while (!this.atEnd()) {
      const start = this.at;
      const pipeline = this.pipeline();
      if (pipeline) pipelines.push(pipeline);
      // a stray closing bracket, as in the patterns of `case`
      if (this.at === start) this.at++;
    }
    this.at++;
    return pipelines;
  }

  private nested(from: number, closing: string): { pipelines: readonly Pipeline[]; end: number } {
    if (this.depth >= maxDepth) return { pipelines: [], end: this.end };
    const inner = new ShellReader(this.text, from, this.end, closing, this.depth + 1);
    return { pipelines: inner.script(), end: Math.min(inner.at, this.end) };
  }

  /** Goes over what separates commands; whether the script ends here. */
  private atEnd(): boolean {
    for (;;) {
      this.skipBlanks();
      if (this.at >= this.end) return true;
      const char = this.text[this.at]!;
      if (char === this.closing) return true;
      if (char === '\n') this.newline();
      else if (char === ';') this.operator(';', 1);
      else if (char === '&') this.text[this.at + 1] === '&' ? this.operator('&&', 2) : this.operator('&', 1);
      else if (char === '|' && this.text[this.at + 1] === '|') this.operator('||', 2);
      else return false;
    }
  }

  private operator(operator: Pipeline['after'], length: number): void {
    this.after = operator;
    this.at += length;
  }

  private newline(): void {
    this.at++;
    // a newline after `&&` or `||` only goes on
    if (this.after !== '&&' && this.after !== '||') this.after = ';';
    for (const heredoc of this.heredocs.splice(0))
      heredoc.body = this.heredoc(heredoc.target.text, heredoc.operator === '<<-');
  }

  /** Goes past the lines of a here-document. @returns them, without the one that ends it */
  private heredoc(name: string, indented: boolean): string {
    const start = this.at;
    while (this.at < this.end) {
      const feed = this.text.indexOf('\n', this.at);
      const stop = feed < 0 || feed > this.end ? this.end : feed;
      const line = this.text.slice(this.at, stop).replace(/\r$/, '');
      const before = this.at;
      this.at = Math.min(stop + 1, this.end);
      if ((indented ? line.replace(/^\t+/, '') : line) === name) return this.text.slice(start, before);
    }
    return this.text.slice(start, this.end);
  }

  private skipBlanks(): void {
    const { text } = this;
    while (this.at < this.end) {
      const char = text[this.at];
      if (char === ' ' || char === '\t' || char === '\r') this.at++;
      else if (char === '\\' && text[this.at + 1] === '\n') this.at += 2;
      else if (char === '\\' && text[this.at + 1] === '\r' && text[this.at + 2] === '\n') this.at += 3;
      else if (char === '#') {
        const feed = text.indexOf('\n', this.at);
        this.at = feed < 0 ? this.end : Math.min(feed, this.end);
      } else return;
    }
  }

  private pipeline(): Pipeline | undefined {
    const { after } = this;
    const commands: Command[] = [];
    for (;;) {
      const command = this.command();
      if (command) commands.push(command);
      const { text, at } = this;
      if (at >= this.end || text[at] !== '|' || text[at + 1] === '|') break;
      this.at += text[at + 1] === '&' ? 2 : 1;
      this.skipBlanksAndNewlines();
    }
    if (commands.length === 0) return undefined;
    this.after = ';';
    return { commands, after, start: commands[0]!.start, end: commands.at(-1)!.end };
  }

  private skipBlanksAndNewlines(): void {
    this.skipBlanks();
    while (this.text[this.at] === '\n' && this.at < this.end) {
      this.newline();
      this.skipBlanks();
    }
  }

  private command(): Command | undefined {
    this.skipBlanks();
    const start = this.at;
    let end = start;
    const words: Word[] = [];
    const assignments: Word[] = [];
    const redirects: Redirect[] = [];
    let block: readonly Pipeline[] = [];
    while (this.at < this.end) {
      const char = this.text[this.at]!;
      if (char === this.closing || char === '\n' || char === ';' || char === '|') break;
      if (char === '&' && this.text[this.at + 1] !== '>') break;
      if (char === '(') {
        if (words.length > 0 && this.text[this.at + 1] === ')') {
          // the head of a function: its body follows as commands
          this.at += 2;
          words.length = 0;
        } else {
          const inner = this.nested(this.at + 1, ')');
          block = [...block, ...inner.pipelines];
          this.at = inner.end;
        }
        end = this.at;
      } else if (char === ')') break;
      else if (this.words.startsRedirect(this.at)) {
        redirects.push(this.redirect());
        end = this.at;
      } else {
        const word = this.words.read(this.at);
        if (word.end === this.at) break;
        this.at = word.end;
        if (words.length === 0 && !word.quoted && leads.has(word.text)) {
          this.skipBlanksAndNewlines();
          continue;
        }
        if (words.length === 0 && !word.quoted && closes.has(word.text)) continue;
        if (words.length === 0 && word.text === '[[') this.skipTest();
        if (words.length === 0 && /^[A-Za-z_]\w*\+?=/.test(word.text)) assignments.push(word);
        else words.push(word);
        end = this.at;
      }
      this.skipBlanks();
    }
    if (words.length + assignments.length + redirects.length + block.length === 0) return undefined;
    const first = Math.min(words[0]?.start ?? end, assignments[0]?.start ?? end);
    return { words, assignments, redirects, block, start: first === end ? start : first, end };
  }

  /** Goes past `[[ … ]]`, whose `&&` and `<` join and redirect nothing. */
  private skipTest(): void {
    const close = this.text.indexOf(']]', this.at);
    this.at = close < 0 ? this.end : Math.min(close + 2, this.end);
  }

  private redirect(): Redirect {
    const { operator, end } = this.words.readRedirect(this.at);
    this.at = end;
    this.skipBlanks();
    const target = this.words.read(this.at);
    this.at = target.end;
    const redirect = { operator, target };
    if (operator === '<<' || operator === '<<-') this.heredocs.push(redirect);
    return redirect;
  }
}
