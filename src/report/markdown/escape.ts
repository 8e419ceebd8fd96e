import { visible } from '../visible.ts';

/**
 * A text as Markdown that shows just that text: on GitHub and GitLab it makes no markup, no link, no mention of a person
 * and no reference to an issue. What stands in backticks is code, as in the messages of checks.
 */
export function prose(text: string): string {
  return visible(text)
    .split(/(?<!`)`([^`]+)`(?!`)/)
    .map((part, at) => (at % 2 === 1 ? code(part) : plain(part)))
    .join('');
}

/** A text without any markup at all. */
export function plain(text: string): string {
  return withoutMentions(
    visible(text)
      .replace(/[\\`*_[\]|~$]/g, '\\$&')
      .replace(/^[-+=#]/, '\\$&')
      .replace(/^(\d+)([.)] )/, '$1\\$2')
      .replace(/[&<>]/g, (character) => entities[character]!),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text for the places where Markdown is not read: inside the tags of a block of HTML. */
export function inHtml(text: string): string {
  return withoutMentions(visible(text).replace(/[&<>"']/g, (character) => entities[character]!));
}

/** `@name` and `#12` are made links after Markdown became HTML; a comment between keeps them text. */
function withoutMentions(text: string): string {
  return text.replace(/@(?=\w)|(?<!&)#(?=\d)|!(?=\d)/g, '$&<!-- -->');
}

/** A code span; its fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const inner = visible(text);
  const longest = (inner.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(inner) ? ' ' : '';
  return `${fence}${space}${inner}${space}${fence}`;
}

/** A text cut to a length, and shown to be cut. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 3).trimEnd()}...`;
}
