import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './service-runs-once.ts';

const groups = (zones: string) => `
resource "aws_eks_node_group" "this" {
  for_each = toset(${zones})

  cluster_name  = "shop"
  node_role_arn = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids    = [each.key]
  scaling_config {
    min_size     = 1
    desired_size = 1
    max_size     = 3
  }
}
`;

it.each([
  ['a single group may be down to one node', '["a"]', ['low aws_eks_node_group.this["a"]']],
  ['groups of several zones stand in for each other', '["a", "b"]', []],
])('%s', async (_, zones, expected) => {
  expect(await judgementOf(check, groups(zones))).toEqual(expected);
});
