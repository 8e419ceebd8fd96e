import { Mapping } from './mapping.ts';
import type { Origin } from './origin.ts';
import type { SourceFile } from './source-file.ts';
import { Undecided, Unknown } from './unknown.ts';

export type Scalar = null | boolean | number | string;
export type Content = Scalar | readonly Node[] | Mapping | Unknown;
export type Plain = Scalar | readonly Plain[] | { readonly [key: string]: Plain };
export type Path = readonly (string | number)[];

/**
 * One place in a resource's attributes: its content, and where it is written.
 *
 * Reading is three-valued: a value, `undefined` where nothing is set, and {@link Undecided} thrown where
 * that cannot be told. `peek` and `content` look without throwing.
 */
export class Node {
  constructor(
    readonly file: SourceFile,
    /** range of the value in the file's text, end exclusive */
    readonly start: number,
    readonly end: number,
    private readonly held: Content,
    /** where the key starts that this is the value of; the value's own start where there is no key */
    readonly keyStart: number = start,
  ) {}

  get content(): Content {
    return this.held;
  }

  /** What a person would edit, with the chain that led from there. */
  origin(): Origin {
    const traced = this.file.trace?.(this);
    if (traced instanceof Node) return traced.origin();
    return traced ?? { file: this.file, start: this.keyStart, end: this.end };
  }

  /** The node of a real file that this one stands for, where that is known exactly: what a fix may edit. */
  source(): Node | undefined {
    if (!this.file.trace) return this;
    const traced = this.file.trace(this);
    return traced instanceof Node ? traced : undefined;
  }

  /** The node at a path without judging it: it may hold null or be unknown. */
  peek(...path: Path): Node | undefined {
    return this.reach(path);
  }

  /** The same with the path as one list, which nobody takes apart and puts together again. */
  private reach(path: Path): Node | undefined {
    let node: Node | undefined = this;
    for (const key of path) {
      const content: Content = node.content;
      if (content instanceof Unknown) return node;
      if (content instanceof Mapping) node = content.get(String(key));
      else if (Array.isArray(content))
        node = typeof key === 'number' ? content[key] : only(content)?.reach([key]);
      else return undefined;
      if (node === undefined) return undefined;
    }
    return node;
  }

  /**
   * The node at a path, `undefined` where it is absent or null.
   * A string key looks through a list of one, as HCL writes a single nested block.
   * @throws Undecided where it cannot be told whether there is one
   */
  get(...path: Path): Node | undefined {
    return this.given(path);
  }

  private given(path: Path): Node | undefined {
    const node = this.reach(path);
    if (node === undefined) return undefined;
    const { content } = node;
    if (content === null) return undefined;
    if (content instanceof Unknown && !content.present) throw new Undecided(node, content.reason);
    return node;
  }

  /** Whether something is set at a path. @throws Undecided */
  has(...path: Path): boolean {
    return this.given(path) !== undefined;
  }

  /** The scalar at a path as text; `undefined` where absent or not a scalar. @throws Undecided */
  text(...path: Path): string | undefined {
    const content = this.known(path);
    return content === undefined || content === null || typeof content === 'object'
      ? undefined
      : String(content);
  }

  /** The boolean at a path, also where it is written "true" or "false". @throws Undecided */
  flag(...path: Path): boolean | undefined {
    const content = this.known(path);
    if (typeof content === 'boolean') return content;
    return content === 'true' ? true : content === 'false' ? false : undefined;
  }

  /** The number at a path, also where it is written as text. @throws Undecided */
  amount(...path: Path): number | undefined {
    const content = this.known(path);
    if (typeof content === 'number') return content;
    if (typeof content !== 'string' || content.trim() === '') return undefined;
    const number = Number(content);
    return Number.isNaN(number) ? undefined : number;
  }

  /** The items of the list at a path; a lone map counts as a list of one, absence as none. @throws Undecided */
  list(...path: Path): readonly Node[] {
    const node = this.given(path);
    if (node === undefined) return [];
    const { content } = node;
    if (content instanceof Unknown) throw new Undecided(node, content.reason);
    if (isList(content)) return content;
    return content instanceof Mapping ? [node] : [];
  }

  /** The keys and nodes of the map at a path. @throws Undecided */
  entries(...path: Path): readonly (readonly [string, Node])[] {
    const content = this.known(path);
    return content instanceof Mapping
      ? content.keys.map((key, at) => [key, content.nodes[at]!] as const)
      : [];
  }

  /** The same as plain data; what is unknown becomes the text `<unknown>`. */
  plain(): Plain {
    const { content } = this;
    if (content instanceof Unknown) return '<unknown>';
    if (content instanceof Mapping)
      return Object.fromEntries(content.keys.map((key, at) => [key, content.nodes[at]!.plain()]));
    return isList(content) ? content.map((node) => node.plain()) : content;
  }

  private known(path: Path): Content | undefined {
    const node = this.given(path);
    if (node === undefined) return undefined;
    const { content } = node;
    if (content instanceof Unknown) throw new Undecided(node, content.reason);
    return content;
  }
}

function isList(content: Content): content is readonly Node[] {
  return Array.isArray(content);
}

function only(list: readonly Node[]): Node | undefined {
  return list.length === 1 ? list[0] : undefined;
}
