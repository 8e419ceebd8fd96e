import { visible } from '../visible.ts';

/** HTML that is known to be well escaped, because only {@link html} makes it of anything but constants. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Part = string | number | undefined | Markup | readonly Markup[];

/**
 * Markup from a template. Texts that are put into it are escaped for a place between tags or in double quotes; markup
 * goes in as it is; `undefined` leaves nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0]!;
  for (let at = 0; at < parts.length; at++) text += written(parts[at]) + strings[at + 1]!;
  return new Markup(text);
}

/** A constant of our own, as a style sheet. Never for anything from a report. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** A message as people write it: what stands in backticks is code. */
export function prose(text: string): Markup[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(written).join('');
  return escapeHtml(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character]!);
}
