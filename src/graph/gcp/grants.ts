import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided, Unknown } from '../../model/unknown.ts';
import { documentOf, untold, writtenText } from '../../read/terraform/documents.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';

/** One role given to one or more members: a `google_*_iam_member`, a `google_*_iam_binding`, a binding of `google_iam_policy`. */
export interface Grant extends Subject {
  /** what it is given on, as the types are called: `project`, `folder`, `organization`, `storage_bucket`, `kms_crypto_key`; `document` where that is not known */
  readonly on: string;
  /** tells the bindings of one document apart */
  readonly key: string;
}

const grantTypes = /^google_(\w+?)_iam_(member|binding)$/;
const policyTypes = /^google_(\w+?)_iam_policy$/;

export const grants: Selector<Grant> = {
  of: 'IAM grants',
  find: (graph) => [
    ...[...graph.types].flatMap((type) => {
      const on = grantTypes.exec(type)?.[1];
      if (!on) return [];
      return graph.ofType(type).map((resource) => ({ resource, node: resource.body, on, key: '' }));
    }),
    ...[...graph.types].flatMap((type) => {
      const on = policyTypes.exec(type)?.[1];
      return on ? graph.ofType(type).flatMap((resource) => writtenGrants(resource, on)) : [];
    }),
    ...graph.ofType('data.google_iam_policy').flatMap((resource) => documentGrants(graph, resource)),
  ],
};

/** The bindings of a policy that is written with `jsonencode`. */
function writtenGrants(resource: Resource, on: string): Grant[] {
  const policy = resource.body.peek('policy_data');
  const document = policy && documentOf(policy);
  const bindings = document?.kind === 'object' ? document.node.peek('bindings')?.content : undefined;
  return Array.isArray(bindings)
    ? (bindings as readonly Node[]).map((node, at) => ({ resource, node, on, key: String(at) }))
    : [];
}

/** The bindings of a document, for each policy that takes it; those of one that nothing takes, an example or an output, by themselves. */
function documentGrants(graph: Graph, resource: Resource): Grant[] {
  const bindings = resource.body.peek('binding')?.content;
  if (!Array.isArray(bindings)) return [];
  const holders = new Map<Resource, string>();
  for (const { from } of graph.to(resource)) {
    const on = policyTypes.exec(from.type)?.[1];
    if (on) holders.set(from, on);
  }
  if (holders.size === 0) holders.set(resource, 'document');
  return [...holders].flatMap(([holder, on]) =>
    (bindings as readonly Node[]).map((node, at) => ({ resource: holder, node, on, key: String(at) })),
  );
}

/** Whether a grant holds for everything below: a project, a folder, an organization. */
export function isBroad({ on }: Grant): boolean {
  return on === 'project' || on === 'folder' || on === 'organization';
}

/** Members as they are written. @throws Undecided where the list as a whole cannot be told */
export function membersOf({ node }: Grant): readonly Node[] {
  return [...node.list('members'), ...(node.get('member') ? [node.get('member')!] : [])];
}

/** Whether a binding is there to take a role away from everybody: its list of members is empty. @throws Undecided */
export function grantsNobody(grant: Grant): boolean {
  return grant.node.has('members') && membersOf(grant).length === 0;
}

/**
 * Members that a test holds for. What cannot be told of a member's text stands in it as a private character.
 * @throws Undecided where it holds for none, and nothing is known of one
 */
export function membersThat(grant: Grant, fits: (member: Member) => boolean): readonly Node[] {
  const found: Node[] = [];
  let doubt: Node | undefined;
  for (const node of membersOf(grant)) {
    const member = memberOf(node);
    if (fits(member)) found.push(node);
    else if (member.text === '' && member.references.length === 0) doubt ??= node;
  }
  if (found.length === 0 && doubt?.content instanceof Unknown)
    throw new Undecided(doubt, doubt.content.reason);
  return found;
}

export interface Member {
  /** `user:jane@example.com`; empty where nothing of it is known */
  readonly text: string;
  /** resources and data sources that its text comes from: `google_service_account.orders` */
  readonly references: readonly string[];
}

function memberOf(node: Node): Member {
  const { content } = node;
  return {
    text: writtenText(node) ?? '',
    references: content instanceof Unknown ? content.references : [],
  };
}

/** Source: IAM documentation, Principal identifiers. */
export function isEverybody({ text }: Member): boolean {
  return text === 'allUsers' || text === 'allAuthenticatedUsers';
}

export function isServiceAccount({ text, references }: Member): boolean {
  return (
    text.startsWith('serviceAccount:') ||
    /\.gserviceaccount\.com$/.test(text) ||
    references.some((address) => /(^|\.)(data\.)?google_\w*service_account\w*\./.test(address))
  );
}

/** Accounts of Google's own services, which need the roles that are made for them. */
export function isServiceAgent({ text, references }: Member): boolean {
  return (
    /@(gcp-sa-[\w-]+|cloudservices|cloudbuild|container-engine-robot|compute-system)(\.iam)?\.gserviceaccount\.com$|service-[^@]*@/.test(
      text,
    ) || references.some((address) => /google_project_service_identity\./.test(address))
  );
}

/** Whether a member is known to be none of Google's own accounts. */
export function isStranger(member: Member): boolean {
  const { text, references } = member;
  if (isServiceAgent(member)) return false;
  if (references.some((address) => /(^|\.)google_service_account\./.test(address))) return true;
  return text !== '' && !text.includes(untold);
}

/** Accounts that Google makes by itself for machines and App Engine, and that everything runs as which names none. */
export function isDefaultAccount({ text, references }: Member): boolean {
  return (
    /(@developer|@appspot)\.gserviceaccount\.com$/.test(text) ||
    references.some((address) => /google_(compute|app_engine)_default_service_account\./.test(address))
  );
}

/** Roles that hold nearly everything. Source: IAM documentation, Basic roles. */
export const basicRole = /^roles\/(owner|editor|viewer)$/;
