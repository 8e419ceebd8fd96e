import { BYTE_ORDER_MARK } from './characters.ts';
import { decodeJsonString } from './json-string.ts';
import type {
  JsonArray,
  JsonDocument,
  JsonObject,
  JsonProperty,
  JsonString,
  JsonValue,
} from './json-tree.ts';
import { Failure, maximumDepth } from './scanner.ts';

/**
 * Reads a file of HCL JSON syntax (`.tf.json`, `.tfvars.json`): strictly what RFC 8259 allows.
 * Never throws; at the first error the document is given up, for JSON has no layout to go on by.
 */
export function parseHclJson(text: string): JsonDocument {
  const parser = new JsonParser(text);
  try {
    return { value: parser.parseDocument(), errors: [] };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    const { message, start, end } = failure;
    return { value: undefined, errors: [{ message, start, end }] };
  }
}

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const word = /[A-Za-z_][A-Za-z_0-9]*|[-+.0-9][-+.0-9eE]*|[\s\S]/uy;
const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class JsonParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    if (text.charCodeAt(0) === BYTE_ORDER_MARK) this.at = 1;
  }

  parseDocument(): JsonValue {
    const value = this.parseValue();
    if (this.peek() !== '') this.fail('Expected nothing behind the JSON value');
    return value;
  }

  /** Moves over blanks and gives the next character; '' at the end. */
  private peek(): string {
    const { text } = this;
    for (; this.at < text.length; this.at++) {
      const character = text[this.at]!;
      if (character !== ' ' && character !== '\n' && character !== '\t' && character !== '\r')
        return character;
    }
    return '';
  }

  private parseValue(): JsonValue {
    const character = this.peek();
    const start = this.at;
    if (character === '{') return this.parseObject();
    if (character === '[') return this.parseArray();
    if (character === '"') return this.parseString();
    const token = this.tokenAt(start);
    const value = constants.get(token);
    if (value !== undefined) {
      this.at += token.length;
      return { kind: 'constant', start, end: this.at, value };
    }
    number.lastIndex = start;
    const match = number.exec(this.text)?.[0];
    if (match === undefined || match !== token) this.fail('Expected a JSON value');
    this.at += match.length;
    return { kind: 'number', start, end: this.at, number: match };
  }

  private parseObject(): JsonObject {
    const start = this.enter();
    const properties: JsonProperty[] = [];
    if (this.peek() !== '}')
      for (;;) {
        if (this.peek() !== '"') this.fail('Expected the name of a property in double quotes');
        const name = this.parseString();
        if (this.peek() !== ':') this.fail('Expected ":" and a value behind the name of the property');
        this.at++;
        properties.push({ name, value: this.parseValue() });
        if (this.endsAt('}')) break;
      }
    this.depth--;
    return { kind: 'object', start, end: ++this.at, properties };
  }

  private parseArray(): JsonArray {
    const start = this.enter();
    const items: JsonValue[] = [];
    if (this.peek() !== ']')
      for (;;) {
        items.push(this.parseValue());
        if (this.endsAt(']')) break;
      }
    this.depth--;
    return { kind: 'array', start, end: ++this.at, items };
  }

  private enter(): number {
    if (++this.depth > maximumDepth)
      throw new Failure(`This is nested more than ${maximumDepth} levels deep.`, this.at, this.at + 1);
    return this.at++;
  }

  /** Whether the object or array ends here; moves over the comma where it does not. */
  private endsAt(closer: string): boolean {
    const character = this.peek();
    if (character === closer) return true;
    if (character !== ',') this.fail(`Expected "," or "${closer}"`);
    const comma = this.at++;
    if (this.peek() === closer)
      throw new Failure('JSON allows no comma behind the last item.', comma, comma + 1);
    return false;
  }

  private parseString(): JsonString {
    const start = this.at;
    const { text, end } = decodeJsonString(this.text, start);
    this.at = end;
    return { kind: 'string', start, end, text };
  }

  private tokenAt(at: number): string {
    word.lastIndex = at;
    return word.exec(this.text)?.[0] ?? '';
  }

  private fail(expected: string): never {
    this.peek();
    const token = this.tokenAt(this.at).slice(0, 40);
    const found = token === '' ? 'the end of the file' : `"${token}"`;
    throw new Failure(`${expected}, but found ${found}.`, this.at, this.at + token.length);
  }
}
