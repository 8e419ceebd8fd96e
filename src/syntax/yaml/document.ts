import type { Node } from '../../model/node.ts';
import type { Problem, ProblemKind } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source-file.ts';

/** What a file holds: its documents in order, and what is wrong with those that could not be read or are doubtful. */
export interface YamlDocuments {
  readonly documents: readonly Node[];
  readonly problems: readonly Problem[];
}

/** Collections inside one another; beyond it the document is refused. */
export const maxDepth = 200;

/** Nodes that the aliases and merge keys of one file may stand for, in all; beyond it the document is refused. */
export const maxExpandedNodes = 1_000_000;

/** Problems kept of one file: more of them help nobody. */
const maxProblems = 100;
const tooMany = `more than ${maxProblems} problems in this file: mend these first, the rest is not listed or not read`;

/** Thrown where a document cannot be read further. Deliberately not an Error: it is always caught, and needs no stack. */
export class Unreadable {
  constructor(
    readonly message: string,
    readonly at: number,
    readonly kind: ProblemKind = 'unreadable',
  ) {}
}

export function tooDeep(at: number): Unreadable {
  return new Unreadable(
    `more than ${maxDepth} collections inside one another: this is not read`,
    at,
    'limit',
  );
}

/** Collects the problems of one file, and keeps its limits. */
export class Problems {
  readonly list: Problem[] = [];
  private expanded = 0;

  constructor(private readonly file: SourceFile) {}

  add(kind: ProblemKind, message: string, start: number, end: number): void {
    if (this.list.length > maxProblems) return;
    const full = this.list.length === maxProblems;
    this.list.push({
      kind: full ? 'limit' : kind,
      message: full ? tooMany : message,
      path: this.file.path,
      file: this.file,
      start,
      end,
    });
  }

  /** What stopped the reading, up to the end of its line. */
  addUnreadable({ kind, message, at }: Unreadable): void {
    const lineFeed = this.file.text.indexOf('\n', at);
    const line = this.file.text.slice(at, lineFeed < 0 ? undefined : lineFeed).trimEnd();
    this.add(kind, message, at, at + line.length);
  }

  addDuplicateKey(key: string, start: number): void {
    const message = `the key "${key}" is there twice and only the last one counts: remove one of them`;
    this.add('invalid', message, start, start + key.length);
  }

  /** Forgets what was added after the first `count`: the text is going to be read again. */
  keep(count: number): void {
    this.list.length = count;
  }

  /** Counts nodes that an alias stands for. @throws Unreadable beyond the limit */
  expand(nodes: number, at: number): void {
    this.expanded += nodes;
    if (this.expanded <= maxExpandedNodes) return;
    throw new Unreadable(
      `the aliases of this file stand for more than ${maxExpandedNodes} values`,
      at,
      'limit',
    );
  }
}
