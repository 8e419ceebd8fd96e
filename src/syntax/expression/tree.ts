/**
 * An expression of GitHub Actions. Offsets are into the text that was parsed, end exclusive.
 * Source: docs.github.com/actions, "Evaluate expressions in workflows and actions".
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Expression = Literal | Context | Call | Operation;

export interface Literal extends Range {
  readonly kind: 'literal';
  readonly value: null | boolean | number | string;
}

/** `github.event['issue'].labels.*.name`: a name, and what is taken from it step by step. */
export interface Context extends Range {
  readonly kind: 'context';
  /** what it starts from: a name (lower case), or the value of a call or bracket */
  readonly root: string | Expression;
  readonly parts: readonly ContextPart[];
}

/** A name (lower case: names are compared without regard to case), `*`, or an index that is calculated. */
export type ContextPart = string | { readonly index: Expression };

export interface Call extends Range {
  readonly kind: 'call';
  /** lower case */
  readonly name: string;
  readonly args: readonly Expression[];
}

export interface Operation extends Range {
  readonly kind: 'operation';
  readonly operator: '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '!';
  readonly operands: readonly Expression[];
}

/** `${{ … }}` in a text. */
export interface Placeholder extends Range {
  /** undefined where it cannot be understood; then `error` says why */
  readonly expression: Expression | undefined;
  readonly error?: string;
}
