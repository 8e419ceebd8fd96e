/** Columns that a text takes. Names in scripts of double width are rare in code and only cost alignment. */
export function columns(text: string): number {
  let wide = 0;
  for (const _ of text) wide++;
  return wide;
}

/** Columns of the widest of some texts; 0 where there is none. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, columns(text)), 0);
}

/**
 * Breaks a text into lines of at most `width` columns at its spaces. A word that is longer stands alone and whole:
 * a path that is cut cannot be opened.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (word === '') continue;
    if (line !== '' && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The same, with every line indented. The width includes the indent. */
export function paragraph(text: string, width: number, indent: number): string[] {
  return wrap(text, Math.max(20, width - indent)).map((line) => ' '.repeat(indent) + line);
}

/** Cuts a text to a width, and shows that it is cut. */
export function cut(text: string, width: number): string {
  if (columns(text) <= width) return text;
  return `${[...text].slice(0, Math.max(0, width - 3)).join('')}...`;
}
