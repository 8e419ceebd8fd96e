import type { Unknown } from '../../../model/unknown.ts';
import type { Range } from '../../../syntax/hcl/tree.ts';
import type { Budget } from './budget.ts';
import type { Failure } from './failure.ts';
import type { Value } from './value.ts';

/** One step of a traversal: a name after a dot, or the value of an index in brackets. */
export type Step = string | Value;

export interface Resolution {
  readonly value: Value;
  /** how many of the steps the value has taken into account; the rest is applied to it */
  readonly used: number;
}

export interface Diagnostic extends Range {
  /** what is wrong, a sentence without a full stop */
  readonly message: string;
}

/** The files that functions may read. Paths are as written, relative to the folder that Terraform runs in. */
export interface Files {
  /** the text; `undefined` where there certainly is no such file; unknown outside of the repository and for what is no text */
  read(path: string): string | Unknown | undefined;
  /** Whether there is such a file. A folder is none. */
  has(path: string): boolean | Unknown;
  /** Paths of all files below a folder, relative to it and separated by `/`. */
  list(folder: string): readonly string[] | Unknown;
}

/** What an expression can refer to, and where its problems go. */
export interface Scope {
  /**
   * Finds what a traversal names, given with all its steps so that no more than that is evaluated: `local.a` needs
   * no other local, `aws_vpc.main.id` no other attribute. Names bound by `for` never get here.
   * @returns the value with the number of steps it covers, or a failure that says what there is not
   */
  resolve(root: string, steps: readonly Step[], at: Range): Resolution | Failure;
  report(diagnostic: Diagnostic): void;
  readonly files: Files;
  readonly budget: Budget;
}
