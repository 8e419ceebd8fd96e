import { plainText } from '../number-text.ts';
import type { Value } from '../value.ts';

/**
 * A known value as YAML, byte for byte as Terraform prints it: block style, strings in double quotes or, with line
 * breaks, as literal blocks, long ones folded. Source: zclconf/go-cty-yaml, encode.go and emitterc.go (libyaml).
 */
export function yamlText(value: Value): string {
  const writer = new YamlWriter();
  writer.root(value);
  return writer.text;
}

/** Lines are folded at the first space beyond this column. */
const bestWidth = 80;

class YamlWriter {
  text = '';
  private column = 0;
  private indent = -1;
  /** the last thing written is blank, or nothing but indentation and indicators stands in the line */
  private blank = true;
  private indentation = true;

  root(value: Value): void {
    this.node(value, false);
    this.startLine();
    const isPlain = value.isNull || value.kind === 'number' || value.kind === 'bool';
    if (isPlain) this.text += '...\n';
  }

  private node(value: Value, inMapping: boolean): void {
    if (value.isIterable && value.parts.length > 0) {
      if (value.data instanceof Map) this.mapping(value);
      else this.sequence(value, inMapping);
    } else if (value.isIterable) this.indicator(value.data instanceof Map ? '{}' : '[]');
    else this.scalar(value);
  }

  private sequence(value: Value, inMapping: boolean): void {
    const outer = this.indent;
    if (outer < 0) this.indent = 0;
    else if (!inMapping || this.indentation) this.indent += 2;
    for (const item of value.items) {
      this.startLine();
      this.indicator('-', true);
      this.node(item, false);
    }
    this.indent = outer;
  }

  private mapping(value: Value): void {
    const outer = this.indent;
    this.indent = outer < 0 ? 0 : outer + 2;
    for (const [key, part] of value.entries) {
      this.startLine();
      if (isSimpleKey(key)) {
        this.string(key, true);
        this.put(':');
        this.blank = false;
        this.indentation = false;
      } else {
        this.indicator('?', true);
        this.string(key, false);
        this.startLine();
        this.indicator(':', true);
      }
      this.node(part, true);
    }
    this.indent = outer;
  }

  private scalar(value: Value): void {
    if (value.kind === 'string' && !value.isNull) this.string(value.text, false);
    else
      this.indicator(
        value.isNull ? 'null' : value.kind === 'number' ? plainText(value.number) : String(value.flag),
      );
  }

  private string(text: string, isKey: boolean): void {
    const outer = this.indent;
    this.indent = outer < 0 ? 2 : outer + 2;
    if (text.includes('\n') && !isKey && !needsQuotes(text)) this.literal(text);
    else this.quoted(text, !isKey);
    this.indent = outer;
  }

  private literal(text: string): void {
    this.indicator('|');
    if (/^[ \n\r\x85\u2028\u2029]/.test(text)) this.put('2');
    if (!endsWithBreak(text)) this.put('-');
    else if (text.length === 1 || endsWithBreak(text.slice(0, -1))) this.put('+');
    this.breakLine('\n');
    let atStart = true;
    for (const character of text) {
      if (isBreak(character)) {
        this.breakLine(character);
        atStart = true;
        continue;
      }
      if (atStart) this.startLine();
      this.put(character);
      this.indentation = false;
      atStart = false;
    }
  }

  private quoted(text: string, mayFold: boolean): void {
    this.indicator('"');
    const characters = Array.from(text);
    let afterSpace = false;
    for (const [at, character] of characters.entries()) {
      if (character !== ' ') {
        this.put(isPlain(character) ? character : escaped(character));
        afterSpace = false;
        continue;
      }
      const inside = at > 0 && at < characters.length - 1;
      if (mayFold && !afterSpace && this.column > bestWidth && inside) {
        this.startLine();
        if (characters[at + 1] === ' ') this.put('\\');
      } else this.put(' ');
      afterSpace = true;
    }
    this.put('"');
    this.blank = false;
    this.indentation = false;
  }

  /** A new line with the indentation, unless the line holds nothing else yet. */
  private startLine(): void {
    const indent = Math.max(this.indent, 0);
    if (!this.indentation || this.column > indent || (this.column === indent && !this.blank))
      this.breakLine('\n');
    if (this.column < indent) this.put(' '.repeat(indent - this.column));
    this.blank = true;
    this.indentation = true;
  }

  private indicator(text: string, keepsIndentation = false): void {
    this.put(this.blank ? text : ` ${text}`);
    this.blank = false;
    this.indentation &&= keepsIndentation;
  }

  private breakLine(character: string): void {
    this.text += character;
    this.column = 0;
    this.blank = true;
    this.indentation = true;
  }

  private put(text: string): void {
    this.text += text;
    this.column += text.length;
  }
}

function isSimpleKey(key: string): boolean {
  return !/[\n\r\x85\u2028\u2029]/.test(key) && Buffer.byteLength(key) <= 128;
}

function isBreak(character: string): boolean {
  return /^[\n\r\x85\u2028\u2029]$/.test(character);
}

function endsWithBreak(text: string): boolean {
  return /[\n\r\x85\u2028\u2029]$/.test(text);
}

/** Literal blocks cannot hold special characters, nor blanks before a line break or at the end. */
function needsQuotes(text: string): boolean {
  return unprintable.test(text) || / [\n\r\x85\u2028\u2029]| $/.test(text);
}

const unprintable = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

function isPlain(character: string): boolean {
  return !unprintable.test(character) && !isBreak(character) && character !== '"' && character !== '\\';
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\x85': 'N',
  '\u2028': 'L',
  '\u2029': 'P',
};

function escaped(character: string): string {
  const known = escapes[character];
  if (known) return `\\${known}`;
  const code = character.codePointAt(0)!;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
