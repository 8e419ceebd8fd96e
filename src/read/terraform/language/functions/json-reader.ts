import { Failure, fail } from '../failure.ts';
import { parseNumber } from '../number-text.ts';
import { normalise } from '../text-order.ts';
import {
  boolValue,
  deepest,
  numberValue,
  objectValue,
  textValue,
  tupleValue,
  untypedNull,
  type Value,
} from '../value.ts';

/**
 * Reads JSON into a value, objects and tuples throughout. `JSON.parse` would round numbers, of which Terraform keeps
 * every digit. @throws Failure with the offset where it is not JSON
 */
export function readJson(text: string): Value {
  const reader = new JsonReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

const blanks = /[ \t\n\r]*/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const stringToken = /"[^"\\\0-\x1f]*(?:\\.[^"\\\0-\x1f]*)*"/y;

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): Value {
    if (depth > deepest) fail(`the JSON is nested deeper than ${deepest} levels`);
    this.skipBlanks();
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return textValue(this.string());
      case 't':
        return this.word('true', boolValue(true));
      case 'f':
        return this.word('false', boolValue(false));
      case 'n':
        return this.word('null', untypedNull);
      default:
        return this.number();
    }
  }

  end(): void {
    this.skipBlanks();
    if (this.at < this.text.length) this.wrong('nothing more is expected');
  }

  private object(depth: number): Value {
    const entries = new Map<string, Value>();
    this.at++;
    if (this.next('}')) return objectValue(entries);
    do {
      this.skipBlanks();
      const key = normalise(this.string());
      if (!this.next(':')) this.wrong('":" is expected');
      entries.set(key, this.value(depth + 1));
    } while (this.next(','));
    if (!this.next('}')) this.wrong('"," or "}" is expected');
    return objectValue(entries);
  }

  private array(depth: number): Value {
    const items: Value[] = [];
    this.at++;
    if (this.next(']')) return tupleValue(items);
    do items.push(this.value(depth + 1));
    while (this.next(','));
    if (!this.next(']')) this.wrong('"," or "]" is expected');
    return tupleValue(items);
  }

  private string(): string {
    const token = this.token(stringToken) ?? this.wrong('a string is expected');
    if (!token.includes('\\')) return token.slice(1, -1);
    try {
      return JSON.parse(token) as string;
    } catch {
      return this.wrong('the string holds an escape that JSON does not know');
    }
  }

  private number(): Value {
    const token = this.token(numberToken) ?? this.wrong('a value is expected');
    const number = parseNumber(token);
    if (number instanceof Failure) throw number;
    return numberValue(number);
  }

  private word(word: string, value: Value): Value {
    if (!this.text.startsWith(word, this.at)) this.wrong('a value is expected');
    this.at += word.length;
    return value;
  }

  private token(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const token = pattern.exec(this.text)?.[0];
    if (token) this.at += token.length;
    return token;
  }

  private next(character: string): boolean {
    this.skipBlanks();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private skipBlanks(): void {
    blanks.lastIndex = this.at;
    this.at += blanks.exec(this.text)![0].length;
  }

  private wrong(message: string): never {
    return fail(`this is not JSON: at offset ${this.at} ${message}`);
  }
}
