import type { Expression, Range } from '../../../syntax/hcl/tree.ts';
import type { Scope } from './scope.ts';
import type { Value } from './value.ts';

/** One expression being evaluated: what the evaluators of the single kinds of expression work with. */
export interface Evaluation {
  readonly scope: Scope;
  /** names bound by `for` and splat, the innermost first */
  names: Binding | undefined;
  evaluate(expression: Expression): Value;
  /** Adds a diagnostic and gives the unknown value that stands for the missing result. */
  fail(message: string, at: Range): Value;
  /** Diagnostics so far: what comes after can be dropped with {@link drop}. */
  readonly problems: number;
  /** Takes diagnostics back, as of a branch that is not taken. */
  drop(from: number, to?: number): void;
  /** The message of the first diagnostic from a position on. */
  problem(from: number): string | undefined;
}

/** A name bound by `for`, or `*` by a splat. The value changes from item to item. */
export interface Binding {
  readonly name: string;
  value: Value;
  readonly outer: Binding | undefined;
}

export function bound(names: Binding | undefined, name: string): Value | undefined {
  for (let at = names; at; at = at.outer) if (at.name === name) return at.value;
  return undefined;
}
