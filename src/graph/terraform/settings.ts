import type { Node } from '../../model/node.ts';
import { Undecided } from '../../model/unknown.ts';
import { TerraformResource } from '../../read/terraform/resource.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';

/** The backend of a root: where its state lives. */
export interface Backend extends Subject {
  /** `s3`, `gcs`, `azurerm`, `local` */
  readonly kind: string;
}

export const backends: Selector<Backend> = {
  of: 'state backends',
  find: (graph) =>
    rootSettings(graph).flatMap((resource) =>
      resource.block.body.items.flatMap((item) => {
        if (item.kind !== 'block' || item.type !== 'backend' || !item.labels[0]) return [];
        const node = nodeAt(resource, 'backend', item.start);
        return node ? [{ resource, node, kind: item.labels[0].text }] : [];
      }),
    ),
};

/** `terraform` blocks of root modules. */
function rootSettings(graph: Graph): readonly TerraformResource[] {
  return terraformOf(graph, 'terraform').filter(({ instance }) => instance.address === '');
}

export function terraformOf(graph: Graph, type: string): readonly TerraformResource[] {
  return graph.ofType(type).filter((resource) => resource instanceof TerraformResource);
}

function nodeAt(resource: TerraformResource, name: string, start: number): Node | undefined {
  const content = resource.body.peek(name)?.content;
  return Array.isArray(content)
    ? (content as readonly Node[]).find((node) => node.start === start)
    : undefined;
}

/** A root module as a whole, pointed at by its `terraform` block or, without one, its first declaration. */
export interface Root extends Subject {
  readonly resource: TerraformResource;
  readonly members: readonly TerraformResource[];
}

/** Root modules that manage something. Each set of variables is a root of its own. */
export const roots: Selector<Root> = {
  of: 'root modules',
  find: (graph) => {
    const byUnit = new Map<string, TerraformResource[]>();
    for (const resource of graph.resources) {
      if (!(resource instanceof TerraformResource)) continue;
      const list = byUnit.get(resource.unit.id);
      if (list) list.push(resource);
      else byUnit.set(resource.unit.id, [resource]);
    }
    return [...byUnit.values()].flatMap((members) => {
      if (!members.some(({ isManaged }) => isManaged)) return [];
      const own = members.filter(({ instance }) => instance.address === '');
      const resource = own.find(({ type }) => type === 'terraform') ?? own[0];
      return resource ? [{ resource, node: resource.body, members }] : [];
    });
  },
};

/** Folders of roots that are tried out and thrown away. */
const triedOut = /(?:^|\/)(?:tests?|examples?|samples?|demos?|fixtures?|testdata)\//;

/**
 * Whether a root is applied by itself and kept, not a module that is published for others nor an example of how to use one: it
 * configures a provider, a backend or variables.
 */
export function isApplied({ members, resource }: Root): boolean {
  if (triedOut.test(`${resource.unit.path}/`)) return false;
  if (resource.unit.id !== `terraform:${resource.unit.path}`) return true;
  return members.some(
    (member) => member.instance.address === '' && (member.type === 'provider' || hasBackend(member)),
  );
}

export function hasBackend(resource: TerraformResource): boolean {
  return (
    resource.type === 'terraform' &&
    resource.block.body.items.some(
      (item) => item.kind === 'block' && (item.type === 'backend' || item.type === 'cloud'),
    )
  );
}

/** Everything a module's own files declare of a type, once for each folder however often it is called. */
function declaredOnce(type: string): Selector<Subject & { readonly resource: TerraformResource }> {
  return {
    of: `${type} blocks`,
    find: (graph) => {
      const seen = new Set<string>();
      return terraformOf(graph, type).flatMap((resource) => {
        const id = `${resource.body.file.path}\0${resource.body.start}`;
        if (seen.has(id)) return [];
        seen.add(id);
        return [{ resource, node: resource.body }];
      });
    },
  };
}

export const variables = declaredOnce('variable');
export const outputs = declaredOnce('output');
export const moduleCalls = declaredOnce('module');
export const providers = declaredOnce('provider');

/**
 * To be asked before something is called missing in a module.
 * @throws Undecided where the module may hold more than its files show
 */
export function needWhole({ body, instance: { source } }: TerraformResource): void {
  if (source.incomplete) throw new Undecided(body, source.incomplete);
}

/** Whether a text is written that says nothing. */
export function isBlank({ content }: Node): boolean {
  return typeof content === 'string' && content.trim() === '';
}
