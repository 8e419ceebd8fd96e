import type { Expression } from '../../syntax/hcl/tree.ts';

/** The text of a quoted string without interpolation, which is all that Terraform allows for a module's source. */
export function constantText(expression: Expression): string | undefined {
  if (expression.kind !== 'template') return undefined;
  if (expression.parts.length === 0) return '';
  const [part] = expression.parts;
  return expression.parts.length === 1 && part?.kind === 'text' ? part.text : undefined;
}

/** Whether an expression is the same wherever it stands: a number, a truth value, a text without interpolation. */
export function isConstant(expression: Expression): boolean {
  return expression.kind === 'literal' || constantText(expression) !== undefined;
}
