import type { Node } from '../../../model/node.ts';
import type { Resource } from '../../../model/resource.ts';
import { Undecided, Unknown } from '../../../model/unknown.ts';
import { untold, writtenText } from '../../../read/terraform/documents.ts';
import type { Graph } from '../../graph.ts';
import { itemsOf } from '../../look.ts';
import { type Statement, statementsOf } from '../policy-document.ts';

/** Who may take a role, by its trust policy. */
export interface Trust {
  /** service principals: `lambda.amazonaws.com` */
  readonly services: ReadonlySet<string>;
  /** whether every identity of its own account may, whose own policies allow it */
  readonly account: boolean;
  /** addresses of identities that it names, which need no permission of their own */
  readonly identities: ReadonlySet<string>;
}

/** Statements with a condition are left out, so that what is found holds. @throws Undecided where the trust policy cannot be told */
export function trustOf(graph: Graph, role: Resource): Trust {
  const known = graph.derive(trustOf, () => new Map<Resource, Trust>());
  let trust = known.get(role);
  if (!trust) {
    const policy = role.body.get('assume_role_policy');
    const statements = statementsOf(policy);
    if (!statements)
      throw new Undecided(policy ?? role.body, `the trust policy of ${role.address} cannot be told`);
    trust = read(statements);
    known.set(role, trust);
  }
  return trust;
}

function read(statements: readonly Statement[]): Trust {
  const services = new Set<string>();
  const identities = new Set<string>();
  let account = false;
  for (const { effect, conditions, principals, node } of statements) {
    if (effect !== 'Allow' || conditions.length > 0) continue;
    for (const { type, identifier } of principals)
      if (type === 'Service' && identifier) services.add(identifier);
    for (const item of principalNodes(node)) {
      if (item.content instanceof Unknown)
        for (const address of item.content.references)
          if (/(^|\.)aws_iam_(role|user)\./.test(address)) identities.add(address);
      if (isOwnAccount(item)) account = true;
    }
  }
  return { services, account, identities };
}

/** What is written as the AWS principals of a statement. */
function principalNodes(statement: Node): readonly Node[] {
  const json = statement.peek('Principal', 'AWS');
  if (json) return itemsOf(json);
  return itemsOf(statement.peek('principals')).flatMap((block) => itemsOf(block.peek('identifiers')));
}

/** `arn:aws:iam::${data.aws_caller_identity.current.account_id}:root`: the account that the role is made in. */
function isOwnAccount(node: Node): boolean {
  const text = writtenText(node);
  const isLookedUp =
    node.content instanceof Unknown &&
    node.content.references.some((address) => address.includes('data.aws_caller_identity.'));
  return (
    (text !== undefined && new RegExp(`^arn:[^:]*:iam::${untold}:root$`).test(text)) ||
    (isLookedUp && (text === undefined || text === untold))
  );
}
