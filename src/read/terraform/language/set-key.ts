import { generalText, plainText } from './number-text.ts';
import type { Value } from './value.ts';

/**
 * A text that tells values of one type apart and gives composite items of a set their order.
 * It follows the bytes that go-cty hashes (`set_internals.go`), since Terraform shows that order to its users.
 */
export function setKey(value: Value): string {
  if (value.isUnknown) return '?';
  if (value.isNull) return '~';
  switch (value.kind) {
    case 'number':
      return generalText(value.number, 10) === plainText(value.number)
        ? plainText(value.number)
        : `${generalText(value.number, 10)}\0${plainText(value.number)}`;
    case 'bool':
      return value.flag ? 'T' : 'F';
    case 'string':
      return quoted(value.text);
    case 'list':
    case 'set':
      return `[${value.items.map((item) => `${setKey(item)};`).join('')}]`;
    case 'tuple':
      return `<${value.items.map((item) => `${setKey(item)};`).join('')}>`;
    case 'object':
      return `<${value.parts.map((part) => `${setKey(part)};`).join('')}>`;
    default:
      return `{${[...value.entries].map(([key, part]) => `${quoted(key)}:${setKey(part)};`).join('')}}`;
  }
}

const plain = /^[ !#-[\]-~]*$/;
const unprintable = /["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

/** A text in quotes, escaped as Go's `%q` does. */
export function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : `"${text.replace(unprintable, escaped)}"`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

function escaped(character: string): string {
  const known = escapes[character];
  if (known) return known;
  const code = character.codePointAt(0)!;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
