import type { Graph } from '../graph.ts';

const types = [
  'google_org_policy_policy',
  'google_project_organization_policy',
  'google_folder_organization_policy',
  'google_organization_policy',
];

/** Whether some root enforces a constraint of the organization: `storage.publicAccessPrevention`. Where it holds is not looked at. */
export function enforces(graph: Graph, constraint: string): boolean {
  const names = graph.derive(enforces, () => enforcedNames(graph));
  return names.some((name) => name === constraint || name.endsWith(`/${constraint}`));
}

function enforcedNames(graph: Graph): readonly string[] {
  return types.flatMap((type) =>
    graph.ofType(type).flatMap(({ body }) => {
      const name = (body.peek('constraint') ?? body.peek('name'))?.content;
      const enforced =
        body.peek('boolean_policy', 'enforced')?.content ??
        body.peek('spec', 'rules', 'enforce')?.content ??
        body.peek('spec', 'rules', 0, 'enforce')?.content;
      return typeof name === 'string' && /^true$/i.test(String(enforced))
        ? [name.replace(/^constraints\//, '')]
        : [];
    }),
  );
}
