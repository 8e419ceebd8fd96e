import { plainText } from '../../src/read/terraform/language/number-text.ts';
import { quoted } from '../../src/read/terraform/language/set-key.ts';
import { describeType, type Type } from '../../src/read/terraform/language/type.ts';
import { textValue, type Value } from '../../src/read/terraform/language/value.ts';

/** A value as `terraform console` prints it. */
export function consoleText(value: Value, indent = 0): string {
  if (value.isUnknown) return '(known after apply)';
  if (value.hasMark('sensitive')) return '(sensitive value)';
  if (value.isNull) return nullText(value.type);
  switch (value.kind) {
    case 'string':
      return value.text.includes('\n') ? heredoc(value.text, indent) : quoted(value.text);
    case 'number':
      return plainText(value.number);
    case 'bool':
      return String(value.flag);
    case 'object':
      return mapping(value, indent);
    case 'map':
      return `tomap(${mapping(value, indent)})`;
    case 'tuple':
      return sequence(value, indent);
    default:
      return `to${value.kind}(${sequence(value, indent)})`;
  }
}

function nullText(type: Type): string {
  switch (type.kind) {
    case 'any':
      return 'null';
    case 'string':
    case 'number':
    case 'bool':
      return `to${type.kind}(null)`;
    case 'list':
    case 'set':
    case 'map':
      return `to${type.kind}(null) /* of ${type.element.kind === 'any' ? 'dynamic' : describeType(type.element)} */`;
    default:
      return `null /* ${type.kind} */`;
  }
}

function heredoc(text: string, indent: number): string {
  const pad = ' '.repeat(indent);
  const lines = text.split('\n').map((line) => pad + line);
  return [`<<${indent > 0 ? '-' : ''}EOT`, ...lines, `${pad}EOT`].join('\n');
}

function mapping(value: Value, indent: number): string {
  if (value.entries.size === 0) return '{}';
  const pad = ' '.repeat(indent + 2);
  const lines = [...value.entries].map(
    ([key, part]) => `${pad}${consoleText(textValue(key), indent + 2)} = ${consoleText(part, indent + 2)}`,
  );
  return `{\n${lines.join('\n')}\n${' '.repeat(indent)}}`;
}

function sequence(value: Value, indent: number): string {
  if (value.items.length === 0) return '[]';
  const pad = ' '.repeat(indent + 2);
  const lines = value.items.map((item) => `${pad}${consoleText(item, indent + 2)},`);
  return `[\n${lines.join('\n')}\n${' '.repeat(indent)}]`;
}
