import { posix } from 'node:path';

/** A table of Markdown; what is in cells is kept on one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |\n`;
  return `${line(head)}|${head.map(() => '---|').join('')}\n${rows.map(line).join('')}`;
}

/** A list of Markdown. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}\n`).join('');
}

/** A list of steps; what belongs to a step is indented below it. */
export function steps(items: readonly string[]): string {
  return items
    .map((item, at) => {
      const mark = `${at + 1}. `;
      const [first = '', ...rest] = item.trimEnd().split('\n');
      const below = rest.map((line) => (line === '' ? '' : ' '.repeat(mark.length) + line));
      return `${[mark + first, ...below].join('\n')}\n`;
    })
    .join('');
}

/** Commands that are copied into a shell. */
export function shell(...lines: readonly string[]): string {
  return `\`\`\`sh\n${lines.join('\n')}\n\`\`\`\n`;
}

/** Sections with a heading each; those without anything are left out. */
export function page(title: string, ...parts: readonly (string | undefined | false)[]): string {
  const written = parts.filter((part): part is string => Boolean(part)).map((part) => part.trim());
  return `${[`# ${title}`, ...written].join('\n\n')}\n`;
}

/** A heading with what is below it; nothing where there is nothing. */
export function section(title: string, ...parts: readonly (string | undefined | false)[]): string {
  const written = parts.filter((part): part is string => Boolean(part)).map((part) => part.trim());
  return written.length === 0 ? '' : [`## ${title}`, ...written].join('\n\n');
}

/** A link from one file of the repository to another, or to a folder. */
export type Link = (to: string, text?: string) => string;

/** Writes links that work from where a page is. @param from `docs/cost.md` */
export function linksFrom(from: string): Link {
  return (to, text = `\`${to}\``) => `[${text}](${posix.relative(posix.dirname(from), to) || '.'})`;
}

/** `$1,234`: US dollars without cents. */
export function dollars(amount: number): string {
  return `$${Math.round(amount)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ',')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
