import {
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  COLON,
  COMMA,
  END,
  EQUALS,
  GREATER,
  identifierEnd,
  isNewline,
  OPEN_BRACE,
  QUOTE,
  startsIdentifier,
} from './characters.ts';
import { RecoveringParser } from './recovering-parser.ts';
import { columnOf, looksLikeItem, skipSpaces } from './recovery.ts';
import { Failure } from './scanner.ts';
import type { Attribute, Block, Body, Label } from './tree.ts';

type Item = Attribute | Block;

/** What is known of the block whose body is being read. */
interface Frame {
  /** indentation of the line that its header starts, or -1 where something stands before it */
  readonly column: number;
  /** its first item stands on the line of its header, so that nothing else may */
  readonly oneLine: boolean;
  /** whether it was already reported that it is not laid out as it must be */
  reported: boolean;
}

/** Reads the structural language: bodies, attributes and blocks. A broken item loses only itself. */
export class BodyParser extends RecoveringParser {
  parseFile(): Body {
    const items = this.parseItems(undefined);
    return { start: 0, end: this.limit, items };
  }

  /** Reads items up to the "}" of the block, or the end of the file. */
  private parseItems(frame: Frame | undefined): Item[] {
    const items: Item[] = [];
    for (;;) {
      const code = this.skipNewlines();
      if (code === END) break;
      if (code === CLOSE_BRACE) {
        if (frame) break;
        this.report('No block is open that this "}" could close.', this.at, this.at + 1);
        this.at++;
      } else if (frame && this.isOutside(this.at, frame.column)) break;
      else this.parseItem(items, frame);
    }
    this.reportRepeated(items);
    return items;
  }

  /** Reports arguments that a body sets twice. */
  private reportRepeated(items: readonly Item[]): void {
    const seen = items.length > 8 ? new Set<string>() : undefined;
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!;
      if (item.kind !== 'attribute') continue;
      const { name, start } = item;
      const isRepeated = seen ? seen.has(name) : isSetBefore(items, at, name);
      if (isRepeated)
        this.report(`"${name}" is set twice in this body: remove one.`, start, start + name.length);
      seen?.add(name);
    }
  }

  private parseItem(items: Item[], frame: Frame | undefined): void {
    const { at: start, level } = this;
    try {
      this.readItem(items, frame);
    } catch (failure) {
      if (!(failure instanceof Failure) || frame?.oneLine) throw failure;
      this.resetTo(level);
      this.recover(failure, start, items.at(-1), (frame?.column ?? -1) + 1);
    }
  }

  private readItem(items: Item[], frame: Frame | undefined): void {
    const start = this.at;
    const name = this.identifier();
    if (name === undefined) {
      this.skipStray();
      return;
    }
    const code = this.peek();
    const next = this.ahead(1);
    if (code === EQUALS && next !== EQUALS && next !== GREATER) {
      this.at++;
      const value = this.parseValue(name, start);
      items.push({ kind: 'attribute', start, end: value.end, name, value });
    } else if (code === OPEN_BRACE || code === QUOTE || startsIdentifier(this.text, this.at)) {
      if (frame?.oneLine && !frame.reported) this.reportNested(start, frame);
      const block = this.readBlock(name, start);
      items.push(block);
      if (block.end !== this.at) return;
    } else if (code === COLON) this.fail(`Expected "=" behind "${name}"`);
    else this.fail(`Expected "=" and a value, or labels and "{", behind "${name}"`);
    this.finishItem(frame);
  }

  /** Passes over a token that starts no item, if only an item or a "}" stands behind it on the line. */
  private skipStray(): void {
    const { text, at } = this;
    const next = skipSpaces(text, at + 1);
    const failure =
      text.charCodeAt(at) === QUOTE
        ? new Failure('The name of an argument or block stands without quotes.', at, at + 1)
        : this.unexpected('Expected an argument or a block');
    if (text.charCodeAt(next) !== CLOSE_BRACE && !looksLikeItem(text, next, this.limit)) throw failure;
    this.report(failure.message, failure.start, failure.end);
    this.at = next;
  }

  private reportNested(start: number, frame: Frame): void {
    frame.reported = true;
    const end = Math.max(this.at + 1, identifierEnd(this.text, this.at, this.limit));
    this.report(
      'A block on one line holds one argument only: put this block on a line of its own.',
      start,
      end,
    );
  }

  private readBlock(type: string, start: number): Block {
    const labels = this.readLabels(type);
    const open = this.at++;
    const outer = this.enter(open);
    const column = columnOf(this.text, start);
    const code = this.peek();
    const oneLine = !isNewline(code) && code !== END && code !== CLOSE_BRACE;
    const items = this.parseItems({ column, oneLine, reported: false });
    this.leave(outer);
    if (this.isClosed(column)) {
      const body: Body = { start: open + 1, end: this.at, items };
      return { kind: 'block', start, end: ++this.at, type, labels, body, open };
    }
    this.ranOut = true;
    this.report(`This "${type}" block is never closed: a "}" is missing.`, open, open + 1);
    const end = items.at(-1)?.end ?? open + 1;
    return { kind: 'block', start, end, type, labels, body: { start: open + 1, end, items }, open };
  }

  /** Whether the "}" of a block stands at the place that starts at this column. */
  private isClosed(column: number): boolean {
    if (this.peek() !== CLOSE_BRACE) return false;
    if (this.guidance !== 'all') return true;
    const own = columnOf(this.text, this.at);
    return own < 0 || own >= column;
  }

  /** Reads up to the "{" of a block. */
  private readLabels(type: string): Label[] {
    const labels: Label[] = [];
    for (;;) {
      const code = this.peek();
      const start = this.at;
      if (code === OPEN_BRACE) return labels;
      if (code === QUOTE) {
        const { end, text } = this.parseString();
        labels.push({ start, end, text });
      } else if (startsIdentifier(this.text, start)) {
        const text = this.identifier()!;
        labels.push({ start, end: this.at, text });
      } else if (isNewline(code) && this.skipNewlines() === OPEN_BRACE)
        this.report(
          `The "{" of this "${type}" block must stand on the line of its header.`,
          this.at,
          this.at + 1,
        );
      else {
        this.at = start;
        this.fail(`Expected a label or "{" behind "${type}"`);
      }
    }
  }

  /** Sees to it that an item is the last one on its line. */
  private finishItem(frame: Frame | undefined): void {
    const code = this.peek();
    const tolerant = frame?.reported === true;
    if (code === END) return;
    if (isNewline(code)) {
      if (!frame?.oneLine || tolerant) return;
      frame.reported = true;
      const message =
        'This block starts on one line: close it on this line too, or put its argument on the next.';
      this.report(message, this.at, this.at + (code === CARRIAGE_RETURN ? 2 : 1));
      return;
    }
    if (code === CLOSE_BRACE && frame && (frame.oneLine || tolerant)) return;
    if (code === COMMA || code === CLOSE_BRACE || looksLikeItem(this.text, this.at, this.limit)) {
      if (frame) frame.reported ||= frame.oneLine;
      if (!tolerant) this.report(misplaced(code, frame), this.at, this.at + 1);
      if (code === COMMA) this.at++;
      return;
    }
    this.fail('Expected a newline behind this item');
  }
}

function misplaced(code: number, frame: Frame | undefined): string {
  if (frame?.oneLine)
    return 'A block on one line holds one argument only: write each argument on a line of its own.';
  if (code === COMMA) return 'Arguments are separated by newlines, not by commas.';
  return code === CLOSE_BRACE
    ? 'The "}" of a block of several lines must stand on a line of its own.'
    : 'Each argument and each block starts on a line of its own.';
}

/** Whether one of the items before `at` is an attribute of this name. */
function isSetBefore(items: readonly Item[], at: number, name: string): boolean {
  for (let before = 0; before < at; before++) {
    const item = items[before]!;
    if (item.kind === 'attribute' && item.name === name) return true;
  }
  return false;
}
