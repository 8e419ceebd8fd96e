import type { Node, Scalar } from '../model/node.ts';
import { pathOf } from '../syntax/expression/contexts.ts';
import { placeholdersOf } from '../syntax/expression/parse-expression.ts';
import type { Job } from './github-actions.ts';

/** A scalar's text where no expression is part of it. */
export function staticText(node: Node): string | undefined {
  const { content } = node;
  if (content === null || typeof content === 'object') return undefined;
  const text = String(content);
  return text.includes('${{') ? undefined : text;
}

/**
 * All values that a setting of a job takes: itself, or those of the matrix that it names.
 * @returns undefined where an expression of another kind decides
 */
export function valuesOf(job: Job, node: Node): readonly Scalar[] | undefined {
  const { content } = node;
  if (typeof content !== 'string' || !content.includes('${{'))
    return isScalar(content) ? [content] : undefined;
  const [placeholder, second] = placeholdersOf(content);
  const expression = placeholder?.expression;
  if (
    second ||
    expression?.kind !== 'context' ||
    content.trim().length !== placeholder!.end - placeholder!.start
  )
    return undefined;
  const [root, key, ...rest] = pathOf(expression).split('.');
  const matrix = job.node.peek('strategy', 'matrix');
  if (root !== 'matrix' || key === undefined || !matrix) return undefined;
  const lists = [matrix.peek(key), ...includesOf(matrix).map((include) => include.peek(key))];
  const values = lists.flatMap((list) => {
    if (!list) return [];
    const items = Array.isArray(list.content) ? (list.content as readonly Node[]) : [list];
    return items.map((item) => (rest.length > 0 ? item.peek(...rest) : item)?.content);
  });
  const scalars = values.filter(isScalar);
  const isComplete = scalars.length === values.length && values.length > 0;
  return isComplete && !scalars.some((value) => String(value).includes('${{')) ? scalars : undefined;
}

function includesOf(matrix: Node): readonly Node[] {
  const include = matrix.peek('include')?.content;
  return Array.isArray(include) ? (include as readonly Node[]) : [];
}

function isScalar(content: unknown): content is Scalar {
  return content === null || typeof content !== 'object' ? content !== undefined : false;
}

/** The runner labels that a job may ask for, the matrix resolved; those that an expression decides are left out. */
export function runnersOf(job: Job): readonly string[] {
  const runsOn = job.node.peek('runs-on');
  if (!runsOn) return [];
  const labels = runsOn.peek('labels') ?? runsOn;
  const items = Array.isArray(labels.content) ? (labels.content as readonly Node[]) : [labels];
  return items.flatMap((item) => (valuesOf(job, item) ?? []).map(String));
}
