import { visible } from './visible.ts';

/** An element whose children are elements or text. `undefined` leaves an attribute out. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly (Element | string)[];
}

/** A document of XML 1.0, indented. Text is kept to the character, so that it may hold lines of its own. */
export function printXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${print(root, '')}`;
}

function print({ name, attributes = {}, children = [] }: Element, indent: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  if (children.length === 0) return `${indent}<${name}${written}/>\n`;
  const inner = children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : print(child, `${indent}  `),
  );
  if (children.every((child) => typeof child === 'string'))
    return `${indent}<${name}${written}>${inner.join('')}</${name}>\n`;
  return `${indent}<${name}${written}>\n${inner.join('')}${indent}</${name}>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Escapes a text for a place between tags or in quotes. Characters that XML 1.0 forbids even as references become
 * visible escapes; line breaks stay.
 */
export function escapeXml(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/[&<>"']/g, (character) => entities[character]!);
}
