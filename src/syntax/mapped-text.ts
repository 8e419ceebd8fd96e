/**
 * A text put together from pieces of a file (continuation lines joined, indentation taken off),
 * which still knows for each of its offsets where in the file it came from.
 */
export class MappedText {
  constructor(
    readonly text: string,
    /** where each piece starts in `text`, ascending from 0 */
    private readonly pieces: readonly number[],
    /** where the same piece starts in the file */
    private readonly origins: readonly number[],
  ) {}

  /** Joins ranges of a file's text, end exclusive. */
  static join(file: string, ranges: readonly (readonly [start: number, end: number])[]): MappedText {
    const pieces: number[] = [];
    const origins: number[] = [];
    let text = '';
    for (const [start, end] of ranges) {
      pieces.push(text.length);
      origins.push(start);
      text += file.slice(start, end);
    }
    return new MappedText(text, pieces, origins);
  }

  /** A part of it, end exclusive. */
  from(start: number, end: number): MappedText {
    const first = this.pieceOf(start);
    const pieces = [0];
    const origins = [this.sourceAt(start)];
    for (let at = first + 1; at < this.pieces.length && this.pieces[at]! < end; at++) {
      pieces.push(this.pieces[at]! - start);
      origins.push(this.origins[at]!);
    }
    return new MappedText(this.text.slice(start, end), pieces, origins);
  }

  /** The offset in the file of an offset in `text`. */
  sourceAt(offset: number): number {
    const piece = this.pieceOf(offset);
    return (this.origins[piece] ?? 0) + offset - (this.pieces[piece] ?? 0);
  }

  private pieceOf(offset: number): number {
    const { pieces } = this;
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The same for an exclusive end, which belongs to the piece of the character before it. */
  sourceEnd(offset: number): number {
    return offset === 0 ? this.sourceAt(0) : this.sourceAt(offset - 1) + 1;
  }
}
