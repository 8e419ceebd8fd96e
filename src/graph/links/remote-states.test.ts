import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';

describe('remote states', () => {
  const reader = `data "terraform_remote_state" "network" {
  backend = "s3"
  config  = { bucket = "state", key = "network.tfstate", region = "eu-west-1" }
}
`;
  const root = (key: string) => `terraform {
  backend "s3" {
    bucket = "state"
    key    = "${key}"
    region = "eu-west-1"
  }
}
output "vpc_id" {
  value = "vpc-1"
}
`;

  it('lead to the outputs of the root that keeps its state there', async () => {
    const files = {
      'app/main.tf': reader,
      'network/main.tf': root('network.tfstate'),
      'other/main.tf': root('other.tfstate'),
    };
    const { graph } = await readFiles(files);
    expect(graph.relations.map(({ from, to }) => `${from.address} ${to.unit.id} ${to.address}`)).toEqual([
      'data.terraform_remote_state.network terraform:network output.vpc_id',
    ]);
  });
});
