import { describePath, pathToAdministrator } from '../../graph/aws/reach/paths.ts';
import { unlessUntold } from '../../graph/aws/reach/unless-untold.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/guests-get-credentials',
  title: 'Identity pool that gives everybody AWS credentials',
  dimension: 'security',
  severity: 'medium',
  why: 'With guests allowed, whoever knows the id of the pool, which every page and app that uses it carries, gets credentials of the guests’ role, as many as they like. Whatever that role may do, the internet may do. Ask for a sign-in, or give the role the one action that a page needs.',
  sameAs: ['checkov:CKV_AWS_366'],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html'],
  visits: resources('aws_cognito_identity_pool'),
  judge({ resource, node }, graph) {
    const allowed = node.get('allow_unauthenticated_identities');
    if (allowed?.flag() !== true) return;
    const role = guestRole(graph, resource);
    const path = role && unlessUntold(() => pathToAdministrator(graph, role));
    return {
      message: `${resource.address} gives everybody on the internet credentials${role ? ` of ${role.address}` : ''}${path ? `, which ${describePath(path)}` : ''}: set allow_unauthenticated_identities to false, or give guests the one action that they need.`,
      at: allowed,
      ...(path && { severity: 'critical' }),
    };
  },
  examples: {
    bad: 'resource "aws_cognito_identity_pool" "shop" {\n  identity_pool_name               = "shop"\n  allow_unauthenticated_identities = true\n}\n',
    good: 'resource "aws_cognito_identity_pool" "shop" {\n  identity_pool_name               = "shop"\n  allow_unauthenticated_identities = false\n}\n',
  },
});

function guestRole(graph: Graph, pool: Resource): Resource | undefined {
  return graph
    .to(pool)
    .filter(({ from }) => from.type === 'aws_cognito_identity_pool_roles_attachment')
    .flatMap(({ from }) => {
      const at = from.body.peek('roles', 'unauthenticated');
      return graph.from(from).filter((relation) => at !== undefined && relation.at === at);
    })
    .find(({ to }) => to.type === 'aws_iam_role')?.to;
}
