import { expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import check from './variable-unused.ts';

it('sees that a variable is used in a block that is named like one of Terraform itself', async () => {
  const { graph } = await readFiles({
    'main.tf': `variable "key_arn" {
  type = string
}

variable "idle" {
  type = string
}

resource "aws_eks_cluster" "main" {
  name = "main"

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = var.key_arn
    }
  }
}
`,
  });
  const faulty = graph.select(check.visits).filter((one) => check.judge(one, graph));
  expect(faulty.map(({ resource }) => resource.name)).toEqual(['idle']);
});
