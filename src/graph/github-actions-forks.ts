import type { Node } from '../model/node.ts';
import { pathOf } from '../syntax/expression/contexts.ts';
import { parseExpression, placeholdersOf } from '../syntax/expression/parse-expression.ts';
import type { Expression } from '../syntax/expression/tree.ts';
import type { Step } from './github-actions.ts';

/**
 * Whether a step runs for pull requests only where their branch lies in the repository itself, so that nobody but those who may
 * push has a hand in them: it, or its job, says so in its condition.
 */
export function keepsForksOut({ node, job }: Step): boolean {
  return [node, job?.node].some((place) => {
    const condition = conditionOf(place?.peek('if'));
    return condition !== undefined && demandsOwnBranch(condition);
  });
}

function conditionOf(node: Node | undefined): Expression | undefined {
  if (typeof node?.content !== 'string') return undefined;
  const text = node.content.trim();
  if (!text.includes('${{')) return parseExpression(text).expression;
  // text beside a placeholder makes the condition a text, which always holds
  const [only, ...others] = placeholdersOf(text);
  return only && others.length === 0 && only.start === 0 && only.end === text.length
    ? only.expression
    : undefined;
}

const fork = 'github.event.pull_request.head.repo.fork';
const nameOfHead = 'github.event.pull_request.head.repo.full_name';

function demandsOwnBranch(expression: Expression): boolean {
  if (expression.kind !== 'operation') return false;
  const { operator, operands } = expression;
  if (operator === '&&') return operands.some(demandsOwnBranch);
  if (operator === '||') return operands.every(demandsOwnBranch);
  const [first, second] = operands.map((one) => (one.kind === 'context' ? pathOf(one) : undefined));
  if (operator === '!') return first === fork;
  if (operator !== '==') return false;
  const compared = [first, second];
  return (
    (compared.includes(nameOfHead) && compared.includes('github.repository')) ||
    (compared.includes(fork) && operands.some((one) => one.kind === 'literal' && one.value === false))
  );
}
