import type { Node } from '../../../model/node.ts';
import type { Resource } from '../../../model/resource.ts';
import { Undecided, Unknown } from '../../../model/unknown.ts';
import type { Patterns, Statement } from '../policy-document.ts';
import { fits } from '../policy-patterns.ts';
import type { Grant, Rights } from './rights.ts';

/** What an action is done to: a resource of the repository, or anything at all. */
export type Target = Resource | 'anything';

/**
 * The statement that lets an identity do something to a target, by IAM's rules: allowed somewhere, denied nowhere, and within
 * the boundary. Statements with a condition allow nothing here and may deny, so that what is found can be done.
 * Source: IAM User Guide, Policy evaluation logic.
 * @throws Undecided where a boundary that cannot be told may forbid what is allowed
 * @param service for iam:PassRole: to which service, as a condition on iam:PassedToService may say
 */
export function permits(
  { grants, boundary }: Rights,
  action: string,
  target: Target,
  service?: string,
): Grant | undefined {
  const denied = grants.some(
    ({ statement }) =>
      statement.effect === 'Deny' && names(statement, action) && mayConcern(statement, target),
  );
  const grant = grants.find(({ statement }) => allows(statement, action, target, service));
  if (denied || !grant) return undefined;
  if (boundary instanceof Undecided) throw boundary;
  const within = !boundary || boundary.some((statement) => allows(statement, action, target, service));
  return within ? grant : undefined;
}

function allows(statement: Statement, action: string, target: Target, service: string | undefined): boolean {
  return (
    statement.effect === 'Allow' &&
    names(statement, action) &&
    concerns(statement, target) &&
    statement.conditions.every(
      ({ key, values }) =>
        key === 'iam:passedtoservice' &&
        service !== undefined &&
        values.some((value) => value !== undefined && fits(value, service)),
    )
  );
}

/** Whether a statement is about an action. */
export function names({ actions, notActions }: Statement, action: string): boolean {
  if (notActions.length > 0)
    return notActions.every((pattern) => pattern !== undefined && !fits(pattern, action, 'i'));
  return actions.some((pattern) => pattern !== undefined && fits(pattern, action, 'i'));
}

function concerns(statement: Statement, target: Target): boolean {
  if (statement.notResources.length > 0) return false;
  if (target === 'anything') return statement.resources.includes('*');
  return statement.resources.some((pattern) => covers(pattern, target)) || refersTo(statement, target);
}

/** Whether a statement that denies may be about the target: it is, unless it certainly names others only. */
function mayConcern(statement: Statement, target: Target): boolean {
  const { resources, notResources } = statement;
  if (notResources.length > 0 || target === 'anything') return true;
  return resources.some((pattern) => pattern === undefined || covers(pattern, target));
}

const arns: Readonly<Record<string, { readonly prefix: RegExp; readonly attribute: string }>> = {
  aws_iam_role: { prefix: /^arn:[\w*-]+:iam::[^:]*:role\//, attribute: 'name' },
  aws_iam_user: { prefix: /^arn:[\w*-]+:iam::[^:]*:user\//, attribute: 'name' },
  aws_iam_group: { prefix: /^arn:[\w*-]+:iam::[^:]*:group\//, attribute: 'name' },
  aws_iam_policy: { prefix: /^arn:[\w*-]+:iam::[^:]*:policy\//, attribute: 'name' },
  aws_lambda_function: {
    prefix: /^arn:[\w*-]+:lambda:[^:]*:[^:]*:function:/,
    attribute: 'function_name',
  },
  aws_instance: { prefix: /^arn:[\w*-]+:ec2:[^:]*:[^:]*:instance\//, attribute: 'id' },
};

/** Whether a pattern takes in a resource: `*`, its whole kind, or its name. */
function covers(pattern: string | undefined, { type, body }: Resource): boolean {
  if (pattern === undefined) return false;
  const arn = arns[type];
  if (/^(\*|arn:[\w*-]+:\w+:[^:]*:[^:]*:\*)$/.test(pattern)) return true;
  const prefix = arn?.prefix.exec(pattern)?.[0];
  if (!arn || prefix === undefined) return false;
  const rest = pattern.slice(prefix.length);
  if (/^\*+$/.test(rest)) return true;
  const name = body.peek(arn.attribute)?.content;
  const path = body.peek('path')?.content ?? '/';
  return (
    typeof name === 'string' && typeof path === 'string' && fits(rest, `${path.replace(/^\//, '')}${name}`)
  );
}

/** Whether a statement names a resource by reference: `aws_iam_role.admin.arn`. */
function refersTo({ node }: Statement, { address }: Resource): boolean {
  const written = node.peek('resources') ?? node.peek('Resource');
  const plain = address.replace(/\[[^\]]*\]$/, '');
  return itemsOf(written).some(
    ({ content }) =>
      content instanceof Unknown &&
      content.references.some((reference) => reference === address || reference === plain),
  );
}

function itemsOf(node: Node | undefined): readonly Node[] {
  if (!node) return [];
  return Array.isArray(node.content) ? (node.content as readonly Node[]) : [node];
}

/** Whether an identity may do everything, or may give itself everything. */
export function administratorGrant(rights: Rights): Grant | undefined {
  const everything = rights.grants.find(({ statement }) => isEverything(statement));
  if (
    everything &&
    permits(rights, 'iam:AttachRolePolicy', 'anything') &&
    permits(rights, 's3:GetObject', 'anything')
  )
    return everything;
  return undefined;
}

function isEverything({ effect, actions, conditions, resources }: Statement): boolean {
  return effect === 'Allow' && conditions.length === 0 && resources.includes('*') && hasAll(actions);
}

function hasAll(actions: Patterns): boolean {
  return actions.some((action) => action === '*' || action === '*:*' || /^iam:\*$/i.test(action ?? ''));
}
