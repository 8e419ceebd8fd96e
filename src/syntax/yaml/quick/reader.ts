import { Mapping } from '../../../model/mapping.ts';
import type { Node } from '../../../model/node.ts';
import type { SourceFile } from '../../../model/source-file.ts';
import {
  CARRIAGE_RETURN,
  DOT,
  HASH,
  isLineBreak,
  LINE_FEED,
  SPACE,
  startsComment,
  TAB,
} from '../characters.ts';
import { maxDepth, type Problems, tooDeep } from '../document.ts';
import type { YamlSchema } from '../plain-scalar.ts';
import { type Caches, caches, knownKeys, rememberKeys } from './caches.ts';
import { codesOf } from './codes.ts';

/** Thrown where the quick parser meets what it does not know. No Error: it is caught at once and must stay cheap. */
export const beyond = Symbol('beyond the quick parser');

/** Maps up to this size are searched for equal keys pair by pair. */
const comparedUpTo = 24;

/**
 * The place in the text, and the entries of the collections that are open.
 *
 * The functions that read a value leave `at` at the first character of the next content and `column` at its column,
 * which is -1 at the end.
 */
export class Reader {
  readonly text: string;
  /** those of the text, with a line feed at the end */
  readonly codes: Uint16Array;
  at = 0;
  /** where the document ends: after a line feed */
  end = 0;
  column = 0;
  lineStart = 0;
  /** of the code units of the key read last */
  hash = 0;
  /** whether the quoted scalar read last goes over several lines */
  folded = false;
  /** entries of the open collections, one after another; a list uses no keys */
  readonly keys: string[] = [];
  readonly nodes: Node[] = [];
  top = 0;
  readonly carriageReturns: boolean;
  readonly caches: Caches;
  private depth = 0;

  constructor(
    readonly file: SourceFile,
    readonly schema: YamlSchema,
    readonly problems: Problems,
  ) {
    this.text = file.text;
    this.codes = codesOf(file.text);
    this.caches = caches[schema];
    this.carriageReturns = file.text.includes('\r');
  }

  /** Goes to the start of a document. @param end where the text of the document ends */
  begin(start: number, end: number): void {
    this.at = this.lineStart = start;
    this.end = this.codes[end - 1] === LINE_FEED ? end : end + 1;
    this.top = this.depth = 0;
  }

  /** Opens a collection. @returns where its entries begin */
  open(): number {
    if (++this.depth > maxDepth) throw tooDeep(this.at);
    return this.top;
  }

  closeList(base: number): Node[] {
    this.depth--;
    const items = this.nodes.slice(base, this.top);
    this.top = base;
    return items;
  }

  /** @param hash of the keys in their order */
  closeMap(base: number, hash: number): Mapping {
    this.depth--;
    let keys = knownKeys(this.keys, base, this.top, hash);
    if (keys === undefined) {
      if (this.hasDuplicates(base)) this.dropDuplicates(base);
      keys = this.keys.slice(base, this.top);
      rememberKeys(keys, hash);
    }
    const mapping = new Mapping(keys, this.nodes.slice(base, this.top));
    this.top = base;
    return mapping;
  }

  add(key: string, node: Node): void {
    this.keys[this.top] = key;
    this.nodes[this.top++] = node;
  }

  private hasDuplicates(base: number): boolean {
    const { keys, top } = this;
    if (top - base > comparedUpTo) return new Set(keys.slice(base, top)).size < top - base;
    for (let at = base + 1; at < top; at++)
      for (let before = base; before < at; before++) if (keys[at] === keys[before]) return true;
    return false;
  }

  /** An equal key written later takes the place of the one before. */
  private dropDuplicates(base: number): void {
    const { keys, nodes } = this;
    const index = new Map<string, number>();
    let kept = base;
    for (let at = base; at < this.top; at++) {
      const key = keys[at]!;
      const node = nodes[at]!;
      const before = index.get(key);
      if (before !== undefined) {
        nodes[before] = node;
        this.problems.addDuplicateKey(key, node.keyStart);
        continue;
      }
      index.set(key, kept);
      keys[kept] = key;
      nodes[kept++] = node;
    }
    this.top = kept;
  }

  /** Goes over what may follow a value in its line, to the start of the next line. */
  endLine(): void {
    const { codes } = this;
    let { at } = this;
    let code = codes[at]!;
    while (code === SPACE || code === TAB || code === CARRIAGE_RETURN) code = codes[++at]!;
    if (code === LINE_FEED) this.at = at + 1;
    else if (startsComment(codes, at)) this.at = this.lineAfter(at);
    else throw beyond;
  }

  /** The start of the next line. */
  lineAfter(at: number): number {
    const lineFeed = this.text.indexOf('\n', at);
    return lineFeed < 0 ? this.end : lineFeed + 1;
  }

  /** Goes from the start of a line to the next content, over blank lines and comments. */
  toContent(): void {
    const { codes, end } = this;
    let { at } = this;
    while (at < end) {
      const lineStart = at;
      let code = codes[at]!;
      while (code === SPACE) code = codes[++at]!;
      if (isLineBreak(code)) at++;
      else if (code === HASH) at = this.lineAfter(at);
      else {
        this.at = at;
        this.lineStart = lineStart;
        this.column = at - lineStart;
        if (code === TAB || (code === DOT && this.column === 0 && this.text.startsWith('...', at)))
          throw beyond;
        return;
      }
    }
    this.at = at;
    this.column = -1;
  }
}
