import type { Context, Expression } from './tree.ts';

/** The path of a context as text, lower case: `github.event.issue.title`; an index that is calculated is `*`. */
export function pathOf({ root, parts }: Context): string {
  const first = typeof root === 'string' ? root : '*';
  return [first, ...parts.map((part) => (typeof part === 'string' ? part : '*'))].join('.');
}

/** All contexts that an expression reads, wherever they stand in it. */
export function* contextsOf(expression: Expression): Generator<Context> {
  if (expression.kind === 'call') for (const arg of expression.args) yield* contextsOf(arg);
  else if (expression.kind === 'operation')
    for (const operand of expression.operands) yield* contextsOf(operand);
  else if (expression.kind === 'context') {
    yield expression;
    if (typeof expression.root !== 'string') yield* contextsOf(expression.root);
    for (const part of expression.parts) if (typeof part !== 'string') yield* contextsOf(part.index);
  }
}

/** Functions whose result is a truth value, a hash or a name of state: nothing of their arguments shows in it. */
const opaque = new Set([
  'contains',
  'startswith',
  'endswith',
  'hashfiles',
  'success',
  'failure',
  'always',
  'cancelled',
]);

/**
 * The contexts whose text can be part of the expression's result. `a == b` gives true or false whatever it compares;
 * `a && b` gives b (or an empty a); `a || b` either.
 */
export function* shownContextsOf(expression: Expression): Generator<Context> {
  switch (expression.kind) {
    case 'literal':
      return;
    case 'context':
      if (typeof expression.root === 'string') yield expression;
      else yield* shownContextsOf(expression.root);
      return;
    case 'call':
      if (!opaque.has(expression.name)) for (const arg of expression.args) yield* shownContextsOf(arg);
      return;
    case 'operation':
      if (expression.operator === '&&') yield* shownContextsOf(expression.operands.at(-1)!);
      else if (expression.operator === '||')
        for (const operand of expression.operands) yield* shownContextsOf(operand);
  }
}
