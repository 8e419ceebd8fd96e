import { parseDockerfile } from '../syntax/dockerfile/parse-dockerfile.ts';
import type { Change, Refused } from './change.ts';
import { lineEndBefore, lineStart, nextLine, skipBlanksBack } from './lines.ts';
import { type Placement, Plan } from './plan.ts';
import type { Splice, Spliced } from './splice.ts';

/** Changes to a Dockerfile: words replaced, words and whole instructions taken out, and texts put in place. */
export class DockerfilePlan extends Plan<never> {
  private readonly tree = parseDockerfile(this.file.text);

  protected override place(change: Change): Placement<never> {
    const { text } = this.file;
    switch (change.kind) {
      case 'text':
        return { splices: [change] };
      case 'create':
        return { refused: 'a Dockerfile has no keys that could be set' };
      case 'replace': {
        const { value, node } = change;
        if (typeof value === 'object') return { refused: 'only a word can be put into a Dockerfile' };
        const { start, end } = node;
        const quoted = text[start] === '"';
        const written = quoted ? JSON.stringify(String(value)) : String(value);
        return { splices: [{ start, end, text: written }] };
      }
      case 'remove':
        return { splices: [this.removal(change.node)] };
    }
  }

  private removal({ start, end }: { readonly start: number; readonly end: number }): Splice {
    const { text } = this.file;
    const whole = this.tree.instructions.some((one) => one.start === start && one.end === end);
    if (!whole) return { start: skipBlanksBack(text, start), end, text: '' };
    const below = nextLine(text, end);
    const isLastLine = below === text.length && text[below - 1] !== '\n';
    return { start: isLastLine ? lineEndBefore(text, start) : lineStart(text, start), end: below, text: '' };
  }

  protected override create(): readonly Splice[] {
    return [];
  }

  protected override depthOf(): number {
    return 0;
  }

  protected override settle({ text }: Spliced): { readonly text: string } | Refused {
    return parseDockerfile(text).errors.length > this.tree.errors.length
      ? { refused: 'the file could not be read any more afterwards: mend it by hand' }
      : { text };
  }
}
