import { fail } from '../failure.ts';
import { isFiniteNumber } from '../number.ts';
import { plainText } from '../number-text.ts';
import type { Value } from '../value.ts';

/** A known value as JSON, byte for byte as Terraform prints it. Source: go-cty, json/marshal.go; Go, encoding/json. */
export function jsonText(value: Value): string {
  if (value.isNull) return 'null';
  switch (value.kind) {
    case 'string':
      return jsonString(value.text);
    case 'number':
      if (!isFiniteNumber(value.number)) fail('infinity cannot be written as JSON');
      return plainText(value.number);
    case 'bool':
      return String(value.flag);
    case 'map':
    case 'object': {
      let body = '';
      for (const [key, part] of value.entries) body += `${body && ','}${jsonString(key)}:${jsonText(part)}`;
      return `{${body}}`;
    }
    default: {
      let body = '';
      for (const item of value.items) body += `${body && ','}${jsonText(item)}`;
      return `[${body}]`;
    }
  }
}

const special = /[<>&\u2028\u2029]/;

function jsonString(text: string): string {
  const quoted = JSON.stringify(text);
  return special.test(quoted) ? quoted.replace(/[<>&\u2028\u2029]/g, escapeUnicode) : quoted;
}

function escapeUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
