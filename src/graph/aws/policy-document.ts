import type { Node } from '../../model/node.ts';
import { SourceFile } from '../../model/source-file.ts';
import { Unknown } from '../../model/unknown.ts';
import { documentOf } from '../../read/terraform/documents.ts';
import { parseJson } from '../../syntax/yaml/parse-json.ts';

/** One statement of an IAM policy. What is unknown stands as `undefined` in its list. Source: IAM JSON policy elements reference. */
export interface Statement {
  readonly node: Node;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns;
  readonly notActions: Patterns;
  readonly resources: Patterns;
  readonly notResources: Patterns;
  readonly principals: readonly Principal[];
  /** `NotPrincipal` is there: it means everybody but those */
  readonly exceptPrincipals: boolean;
  readonly conditions: readonly Condition[];
}

export type Patterns = readonly (string | undefined)[];

export interface Principal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` */
  readonly type: string;
  readonly identifier: string | undefined;
}

export interface Condition {
  /** `StringEquals` */
  readonly test: string;
  readonly key: string | undefined;
  readonly values: Patterns;
}

/**
 * The statements of a policy attribute: JSON text, `jsonencode(…)` or `aws_iam_policy_document`.
 * @returns `undefined` where the document cannot be told
 */
export function statementsOf(policy: Node | undefined): readonly Statement[] | undefined {
  if (!policy) return undefined;
  const made = documentOf(policy);
  if (made?.kind === 'data') return ofDataSource(made.body);
  const document = made?.node ?? parsed(policy);
  if (!document) return undefined;
  const statement = document.peek('Statement');
  if (!statement || statement.content instanceof Unknown) return statement ? undefined : [];
  return listed(statement).map(ofJson);
}

function parsed(policy: Node): Node | undefined {
  const { content } = policy;
  if (typeof content !== 'string') return undefined;
  const file = new SourceFile(policy.file.path, content, () => policy);
  return parseJson(file).documents[0];
}

function ofJson(node: Node): Statement {
  const principal = node.peek('Principal');
  return {
    node,
    effect: node.peek('Effect')?.content === 'Deny' ? 'Deny' : 'Allow',
    actions: texts(node.peek('Action')),
    notActions: texts(node.peek('NotAction')),
    resources: texts(node.peek('Resource')),
    notResources: texts(node.peek('NotResource')),
    principals: principalsOf(principal),
    exceptPrincipals: node.peek('NotPrincipal') !== undefined,
    conditions: pairs(node.peek('Condition')).flatMap(([test, keys]) =>
      pairs(keys).map(([key, values]) => ({ test, key, values: texts(values) })),
    ),
  };
}

function principalsOf(principal: Node | undefined): Principal[] {
  if (!principal) return [];
  if (typeof principal.content === 'string') return [{ type: '*', identifier: principal.content }];
  if (principal.content instanceof Unknown) return [{ type: 'AWS', identifier: undefined }];
  return pairs(principal).flatMap(([type, values]) =>
    texts(values).map((identifier) => ({ type, identifier })),
  );
}

/** Source: Terraform AWS provider, data source aws_iam_policy_document; its `effect` is Allow by default. */
function ofDataSource(body: Node): readonly Statement[] | undefined {
  if (body.peek('source_policy_documents') || body.peek('override_policy_documents')) return undefined;
  return listed(body.peek('statement')).map((node) => ({
    node,
    effect: node.peek('effect')?.content === 'Deny' ? 'Deny' : 'Allow',
    actions: texts(node.peek('actions')),
    notActions: texts(node.peek('not_actions')),
    resources: texts(node.peek('resources')),
    notResources: texts(node.peek('not_resources')),
    principals: listed(node.peek('principals')).flatMap((principal) =>
      texts(principal.peek('identifiers')).map((identifier) => ({
        type: String(principal.peek('type')?.content ?? 'AWS'),
        identifier,
      })),
    ),
    exceptPrincipals: node.peek('not_principals') !== undefined,
    conditions: listed(node.peek('condition')).map((condition) => {
      const key = condition.peek('variable')?.content;
      return {
        test: String(condition.peek('test')?.content ?? ''),
        key: typeof key === 'string' ? key : undefined,
        values: texts(condition.peek('values')),
      };
    }),
  }));
}

function listed(node: Node | undefined): readonly Node[] {
  if (!node || node.content === null || node.content instanceof Unknown) return [];
  return Array.isArray(node.content) ? (node.content as readonly Node[]) : [node];
}

/** One text or a list of them. */
function texts(node: Node | undefined): Patterns {
  if (!node || node.content === null) return [];
  if (node.content instanceof Unknown) return [undefined];
  return listed(node).map(({ content }) => (typeof content === 'string' ? content : undefined));
}

function pairs(node: Node | undefined): readonly (readonly [string, Node])[] {
  if (!node || node.content === null || typeof node.content !== 'object' || node.content instanceof Unknown)
    return [];
  return node.entries();
}
