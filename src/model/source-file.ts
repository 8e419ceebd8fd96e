import type { Node } from './node.ts';
import type { Origin } from './origin.ts';

/** A place in a text as people count it: both start at 1, columns are UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds what a person would edit to change a node of a rendered file.
 * Gives the node of the source file where that is known exactly, otherwise the best known place.
 */
export type Trace = (node: Node) => Node | Origin | undefined;

/** The text of one file. A rendered file (kustomize, Helm) stands on no disk and carries a trace to its sources. */
export class SourceFile {
  #lineStarts: Int32Array | undefined;

  constructor(
    /** relative to the repository, separated by `/` */
    readonly path: string,
    readonly text: string,
    readonly trace?: Trace,
    /** of a rendered file: whether a text stands in what it was rendered from, and is not made anew each time */
    readonly isWritten?: (text: string) => boolean,
  ) {}

  /** Line and column of an offset; the line table is built at the first call. */
  positionAt(offset: number): Position {
    this.#lineStarts ??= lineStartsOf(this.text);
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(1, offset - starts[low]! + 1) };
  }

  lineAt(offset: number): number {
    return this.positionAt(offset).line;
  }
}

function lineStartsOf(text: string): Int32Array {
  // nobody counts a byte order mark
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return new Int32Array(starts);
}
