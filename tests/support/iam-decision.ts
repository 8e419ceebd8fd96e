import type { Statement } from '../../src/graph/aws/policy-document.ts';
import { fits } from '../../src/graph/aws/policy-patterns.ts';

/** What somebody asks of AWS. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** values of condition keys, in lower case */
  readonly context: Readonly<Record<string, string>>;
}

/**
 * Whether policies of an identity allow a request: something does, and nothing denies it.
 * Source: IAM User Guide, Policy evaluation logic.
 */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return (
    applying.some(({ effect }) => effect === 'Allow') && applying.every(({ effect }) => effect === 'Allow')
  );
}

function applies(statement: Statement, { action, resource, context }: Request): boolean {
  const { actions, notActions, resources, notResources, conditions } = statement;
  const meets = (patterns: readonly (string | undefined)[], text: string, flags: '' | 'i') =>
    patterns.some((pattern) => fits(told(pattern), text, flags));
  return (
    (actions.length > 0 ? meets(actions, action, 'i') : !meets(notActions, action, 'i')) &&
    (resources.length > 0 ? meets(resources, resource, '') : !meets(notResources, resource, '')) &&
    conditions.every(({ test, key, values }) => holds(told(test), context[told(key)], values.map(told)))
  );
}

function holds(test: string, value: string | undefined, values: readonly string[]): boolean {
  if (test.endsWith('IfExists'))
    return value === undefined || holds(test.slice(0, -'IfExists'.length), value, values);
  if (value === undefined) return false;
  if (test === 'StringEquals') return values.includes(value);
  if (test === 'StringLike') return values.some((pattern) => fits(pattern, value));
  throw new Error(`no such test is known here: ${test}`);
}

function told(text: string | undefined): string {
  if (text === undefined)
    throw new Error('a policy of the pipeline holds what is known only after it was applied');
  return text;
}
