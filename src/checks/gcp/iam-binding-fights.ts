import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { ofTypeInUnit } from '../../graph/terraform/in-unit.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Unknown } from '../../model/unknown.ts';
import { asTerraform } from '../../read/terraform/resource.ts';
import { check } from '../check.ts';

const bindings: Selector<Subject> = {
  of: 'IAM bindings',
  find: (graph) =>
    [...graph.types]
      .filter((type) => /^google_\w+_iam_binding$/.test(type))
      .flatMap((type) => graph.ofType(type).map((resource) => ({ resource, node: resource.body }))),
};

export default check({
  id: 'gcp/iam-binding-fights',
  title: 'Binding that takes away the grants of another resource',
  dimension: 'functionality',
  severity: 'high',
  why: 'A binding sets all members of a role. Another resource that grants the same role on the same thing is undone by it and undoes it, at every apply in turn, and whoever lost the grant finds out in production.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
  ],
  visits: bindings,
  judge({ resource, node }, graph) {
    const role = node.get('role');
    const mine = targetOf(graph, resource);
    if (!role || role.text() === undefined || mine === undefined || node.has('condition')) return;
    const other = rivalsOf(graph, resource).find(
      (one) =>
        one.body.peek('role')?.content === role.text() &&
        targetOf(graph, one) === mine &&
        one.body.peek('condition') === undefined,
    );
    if (!other) return;
    return {
      message: `${resource.address} sets all members of ${role.text()}, and so takes away what ${other.address} grants: grant each with an iam_member, or all in this one.`,
      at: role,
    };
  },
  examples: {
    bad: grants('roles/run.developer'),
    good: grants('roles/run.viewer'),
  },
});

function rivalsOf(graph: Graph, { type, unit, address }: Resource): readonly Resource[] {
  const members = ofTypeInUnit(graph, type.replace(/_binding$/, '_member'), unit);
  return [...members, ...ofTypeInUnit(graph, type, unit).filter((one) => one.address !== address)];
}

/** What a grant is on; found once for each, as every binding is held against all grants of its unit. @throws Undecided */
function targetOf(graph: Graph, grant: Resource): string | undefined {
  const known = graph.derive(targetOf, () => new Map<Resource, string | undefined>());
  if (!known.has(grant)) known.set(grant, findTarget(grant));
  return known.get(grant);
}

const own = new Set([
  'role',
  'member',
  'members',
  'condition',
  'count',
  'for_each',
  'depends_on',
  'lifecycle',
  'provider',
]);

/** From everything that is neither the role nor who gets it; `undefined` where that cannot be told. */
function findTarget(grant: Resource): string | undefined {
  const parts: string[] = [];
  // another provider may mean another project
  if (namesProvider(grant) && !grant.body.peek('project')) return undefined;
  for (const [name, value] of grant.body.entries()) {
    if (own.has(name)) continue;
    const said = sayOf(value);
    if (said === undefined) return undefined;
    parts.push(`${name}=${said}`);
  }
  return parts.sort().join('\n');
}

function namesProvider(grant: Resource): boolean {
  return (
    asTerraform(grant)?.block.body.items.some(
      (item) => item.kind === 'attribute' && item.name === 'provider',
    ) ?? false
  );
}

function sayOf({ content }: Node): string | undefined {
  if (content instanceof Unknown) return content.references.length === 1 ? content.references[0] : undefined;
  return content === null || typeof content === 'object' ? undefined : String(content);
}

function grants(role: string): string {
  return `resource "google_project_iam_binding" "developers" {
  project = "acme-shop"
  role    = "roles/run.developer"
  members = ["group:developers@acme.example"]
}

resource "google_project_iam_member" "ci" {
  project = "acme-shop"
  role    = "${role}"
  member  = "serviceAccount:ci@acme-shop.iam.gserviceaccount.com"
}
`;
}
