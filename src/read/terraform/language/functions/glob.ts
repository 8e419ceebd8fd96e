import { RE2JS } from 're2js';
import { fail } from '../failure.ts';

/**
 * A test for paths that a pattern of `fileset` matches: `*` and `?` within a name, `**` across folders, `[a-z]`,
 * `{a,b}`, and `\` before a character that means itself. Source: bmatcuk/doublestar, whose syntax this follows.
 * It becomes a regular expression of RE2, so that no pattern can take long. @throws Failure where it is not a pattern
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const source = new GlobReader(pattern).source();
  const expression = RE2JS.compile(`(?s)^(?:${source})$`);
  return (path) => expression.test(path);
}

class GlobReader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  source(): string {
    const source = this.sequence(false);
    if (this.at < this.pattern.length) this.wrong();
    return source;
  }

  /** Up to the end, or within braces to the next comma or closing brace. */
  private sequence(inBraces: boolean): string {
    let source = '';
    while (this.at < this.pattern.length) {
      const character = this.pattern[this.at]!;
      if (inBraces && (character === ',' || character === '}')) break;
      source += this.element(character);
    }
    return source;
  }

  private element(character: string): string {
    this.at++;
    switch (character) {
      case '*':
        return this.stars();
      case '?':
        return '[^/]';
      case '[':
        return this.characterClass();
      case '{':
        return this.braces();
      case '\\':
        if (this.at >= this.pattern.length) this.wrong();
        return RE2JS.quote(this.pattern[this.at++]!);
      default:
        return RE2JS.quote(character);
    }
  }

  /** Two stars mean folders only where they are all there is between slashes. */
  private stars(): string {
    const start = this.at - 1;
    while (this.pattern[this.at] === '*') this.at++;
    const before = this.pattern[start - 1];
    const after = this.pattern[this.at];
    const whole = (before === undefined || before === '/') && (after === undefined || after === '/');
    if (this.at - start < 2 || !whole) return '[^/]*';
    if (after === undefined) return '.*';
    this.at++;
    return '(?:.*/)?';
  }

  private characterClass(): string {
    const end = this.pattern.indexOf(']', this.at + 1);
    if (end < 0) this.wrong();
    const body = this.pattern.slice(this.at, end);
    this.at = end + 1;
    const negated = body.startsWith('!') || body.startsWith('^');
    const members = (negated ? body.slice(1) : body).replace(/[[\]\\^&~]/g, '\\$&');
    return `[${negated ? '^/' : ''}${members}]`;
  }

  private braces(): string {
    const choices = [this.sequence(true)];
    while (this.pattern[this.at] === ',') {
      this.at++;
      choices.push(this.sequence(true));
    }
    if (this.pattern[this.at] !== '}') this.wrong();
    this.at++;
    return `(?:${choices.join('|')})`;
  }

  private wrong(): never {
    return fail('this is not a pattern of file names', 1);
  }
}
