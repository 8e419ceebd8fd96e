import { pathFor } from '../options.ts';
import { visible } from '../visible.ts';

export interface SheetOptions {
  readonly colour: boolean;
  readonly width: number;
  readonly verbose: boolean;
  /** stands before every path */
  readonly pathPrefix?: string;
}

const codes = { strong: '1', faint: '2', bad: '31' } as const;

/** Lines of a text, wrapped to the terminal. */
export class Sheet {
  readonly #lines: string[] = [];
  readonly #width: number;

  constructor(private readonly options: SheetOptions) {
    this.#width = Math.max(60, Math.min(options.width, 120));
  }

  get verbose(): boolean {
    return this.options.verbose;
  }

  heading(text: string): void {
    this.gap();
    this.#lines.push(this.#paint('strong', visible(text)), '');
  }

  strong(text: string): void {
    this.#lines.push(this.#paint('strong', visible(text)));
  }

  faint(text: string): void {
    const indent = /^ */.exec(text)![0].length;
    for (const line of wrap(visible(text.trimStart()), this.#width, indent))
      this.#lines.push(this.#paint('faint', line));
  }

  line(text: string, indent = 0, kind?: keyof typeof codes): void {
    for (const line of wrap(visible(text), this.#width, indent))
      this.#lines.push(kind ? this.#paint(kind, line) : line);
  }

  raw(text: string): void {
    this.#lines.push(text);
  }

  gap(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  first<T>(most: number, list: readonly T[]): { readonly shown: readonly T[]; readonly hidden: number } {
    const shown = this.verbose ? list : list.slice(0, most);
    return { shown, hidden: list.length - shown.length };
  }

  at(file: string, line: number): string {
    return visible(`${pathFor(file, this.options)}:${line}`);
  }

  text(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }

  #paint(kind: keyof typeof codes, text: string): string {
    return this.options.colour && text ? `\u001b[${codes[kind]}m${text}\u001b[0m` : text;
  }
}

function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  // what follows the first line stands under its words, not under its mark
  const hang = indent + (/^[·~!✗⊘?] /.test(text) ? 2 : 0);
  for (const word of text.split(' ')) {
    const start = lines.length === 0 ? indent : hang;
    if (line && start + line.length + 1 + word.length > width) {
      lines.push(' '.repeat(start) + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(' '.repeat(lines.length === 0 ? indent : hang) + line);
  return lines;
}
