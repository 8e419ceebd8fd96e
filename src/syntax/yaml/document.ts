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

/** A document cannot be read further. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly at: number,
    readonly kind: ProblemKind = 'unreadable',
  ) {
    super(message);
  }
}

/** Collects the problems of one file. */
export class Problems {
  readonly list: Problem[] = [];

  constructor(private readonly file: SourceFile) {}

  add(kind: ProblemKind, message: string, start: number, end: number): void {
    if (this.list.length > maxProblems) return;
    const full = this.list.length === maxProblems;
    this.list.push({
      kind: full ? 'limit' : kind,
      message: full ? `more than ${maxProblems} problems in this file: mend these first` : message,
      path: this.file.path,
      file: this.file,
      start,
      end,
    });
  }

  /** Forgets what was added after the first `count`: the text is going to be read again. */
  keep(count: number): void {
    this.list.length = count;
  }
}
