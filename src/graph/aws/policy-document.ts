import type { Node } from '../../model/node.ts';
import { SourceFile } from '../../model/source-file.ts';
import { Unknown } from '../../model/unknown.ts';
import { documentOf, untold, writtenEntries, writtenText } from '../../read/terraform/documents.ts';
import { parseJson } from '../../syntax/yaml/parse-json.ts';

/** One statement of an IAM policy. What is unknown stands as `undefined` in its list. Source: IAM JSON policy elements reference. */
export interface Statement {
  readonly node: Node;
  readonly sid: string | undefined;
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
  /** `StringEquals`; `undefined` where it cannot be told */
  readonly test: string | undefined;
  /** in lower case, as keys are compared; it may hold {@link untold} (`…:sub` behind an issuer that is known after apply) */
  readonly key: string | undefined;
  readonly values: Patterns;
}

/** How many documents one is put together from at the most: documents that repeat each other end here. */
const mostDocuments = 200;

interface Budget {
  left: number;
}

/**
 * The statements of a policy attribute: JSON text, `jsonencode(…)` or `aws_iam_policy_document`.
 * @returns `undefined` where the document cannot be told
 */
export function statementsOf(policy: Node | undefined): readonly Statement[] | undefined {
  return policy && statementsAt(policy, { left: mostDocuments });
}

function statementsAt(policy: Node, budget: Budget): readonly Statement[] | undefined {
  const made = documentOf(policy);
  if (made?.kind === 'data') return ofDataSource(made.body, budget);
  const document = made?.node ?? parsed(policy);
  if (!document) return undefined;
  const statement = document.peek('Statement');
  if (!statement || statement.content instanceof Unknown) return statement ? undefined : [];
  return listed(statement).map(ofJson);
}

function parsed(policy: Node): Node | undefined {
  const text = writtenText(policy);
  if (text === undefined) return undefined;
  return read(policy, text) ?? read(policy, withoutLastCommas(text));
}

function read(policy: Node, text: string): Node | undefined {
  return parseJson(new SourceFile(policy.file.path, text, () => policy)).documents[0];
}

/** Whether a policy is a text that is certainly no JSON, so that the provider refuses it. */
export function isNoJson(policy: Node): boolean {
  if (documentOf(policy)) return false;
  const text = writtenText(policy);
  if (text === undefined || text.trim() === '' || read(policy, text)) return false;
  return !text.includes(untold) || read(policy, withoutLastCommas(text)) !== undefined;
}

/** The commas before a closing bracket, of which JSON knows none, as blanks: what is meant is clear all the same. */
function withoutLastCommas(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[\]}])/g, (found) => (found === ',' ? ' ' : found));
}

function ofJson(node: Node): Statement {
  if (isUntold(node)) return untoldStatement(node);
  const principal = node.peek('Principal');
  return {
    node,
    sid: text(node.peek('Sid')),
    effect: node.peek('Effect')?.content === 'Deny' ? 'Deny' : 'Allow',
    actions: texts(node.peek('Action')),
    notActions: texts(node.peek('NotAction')),
    resources: texts(node.peek('Resource')),
    notResources: texts(node.peek('NotResource')),
    principals: principalsOf(principal),
    exceptPrincipals: node.peek('NotPrincipal') !== undefined,
    conditions: pairs(node.peek('Condition')).flatMap(([test, keys]) =>
      pairs(keys).map(([key, values]) => ({ test, key: key?.toLowerCase(), values: texts(values) })),
    ),
  };
}

function principalsOf(principal: Node | undefined): Principal[] {
  if (!principal) return [];
  if (typeof principal.content === 'string') return [{ type: '*', identifier: text(principal) }];
  if (principal.content instanceof Unknown) return [{ type: 'AWS', identifier: undefined }];
  if (Array.isArray(principal.content))
    return texts(principal).map((identifier) => ({ type: identifier === '*' ? '*' : 'AWS', identifier }));
  return pairs(principal).flatMap(([type, values]) =>
    texts(values).map((identifier) => ({ type: type ?? 'AWS', identifier })),
  );
}

/**
 * Its own statements with those of the documents it is made from. One whose `sid` a later document repeats is replaced.
 * Source: Terraform AWS provider, data source aws_iam_policy_document; its `effect` is Allow by default.
 */
function ofDataSource(body: Node, budget: Budget): readonly Statement[] | undefined {
  const own = dataStatements(body);
  const before = combined(body.peek('source_policy_documents'), budget);
  const after = combined(body.peek('override_policy_documents'), budget);
  if (!before || !after) return undefined;
  if (before.length === 0 && after.length === 0) return own;
  const all = [...before, ...own, ...after];
  const lasts = new Map(all.map(({ sid }, at) => [sid, at]));
  return all.filter(({ sid }, at) => sid === undefined || lasts.get(sid) === at);
}

function combined(documents: Node | undefined, budget: Budget): readonly Statement[] | undefined {
  if (!documents || documents.content === null) return [];
  if (!Array.isArray(documents.content)) return undefined;
  const all: Statement[] = [];
  for (const document of documents.content as readonly Node[]) {
    const statements = --budget.left < 0 ? undefined : statementsAt(document, budget);
    if (!statements) return undefined;
    for (const statement of statements) all.push(statement);
  }
  return all;
}

/** The statements that stand in the body of an `aws_iam_policy_document` itself. */
export function dataStatements(body: Node): readonly Statement[] {
  return listed(body.peek('statement')).map(ofBlock);
}

function ofBlock(node: Node): Statement {
  if (isUntold(node)) return untoldStatement(node);
  // a dynamic block may make none of them
  const excepted = listed(node.peek('not_principals'));
  return {
    node,
    sid: text(node.peek('sid')),
    effect: node.peek('effect')?.content === 'Deny' ? 'Deny' : 'Allow',
    actions: texts(node.peek('actions')),
    notActions: texts(node.peek('not_actions')),
    resources: texts(node.peek('resources')),
    notResources: texts(node.peek('not_resources')),
    principals: [...listed(node.peek('principals')), ...excepted.filter(isUntold)].flatMap((principal) =>
      texts(principal.peek('identifiers')).map((identifier) => ({
        type: text(principal.peek('type')) ?? 'AWS',
        identifier,
      })),
    ),
    exceptPrincipals: excepted.some((principal) => !isUntold(principal)),
    conditions: listed(node.peek('condition')).map((condition) => ({
      test: text(condition.peek('test')),
      key: keyOf(condition.peek('variable')),
      values: texts(condition.peek('values')),
    })),
  };
}

/** A statement that may be there and say anything, as of a `dynamic` block over what is not known. */
function untoldStatement(node: Node): Statement {
  return {
    node,
    sid: undefined,
    effect: 'Allow',
    actions: [undefined],
    notActions: [],
    resources: [undefined],
    notResources: [],
    principals: [{ type: 'AWS', identifier: undefined }],
    exceptPrincipals: false,
    conditions: [{ test: undefined, key: undefined, values: [undefined] }],
  };
}

function isUntold({ content }: Node): boolean {
  return content instanceof Unknown;
}

function listed(node: Node | undefined): readonly Node[] {
  if (!node || node.content === null || node.content instanceof Unknown) return [];
  return Array.isArray(node.content) ? (node.content as readonly Node[]) : [node];
}

/** One text or a list of them. */
function texts(node: Node | undefined): Patterns {
  if (!node || node.content === null) return [];
  if (node.content instanceof Unknown) return [undefined];
  return listed(node).map(text);
}

function text(node: Node | undefined): string | undefined {
  const content = node?.content;
  if (typeof content === 'boolean' || typeof content === 'number') return String(content);
  return typeof content === 'string' && !content.includes(untold) ? content : undefined;
}

function keyOf(node: Node | undefined): string | undefined {
  return node && writtenText(node)?.toLowerCase();
}

/** Keys and values of a map; one pair of nothing known where it cannot be told, as it may hold anything. */
function pairs(node: Node | undefined): readonly (readonly [string | undefined, Node])[] {
  if (!node || node.content === null || typeof node.content !== 'object') return [];
  return node.content instanceof Unknown ? (writtenEntries(node) ?? [[undefined, node]]) : node.entries();
}
