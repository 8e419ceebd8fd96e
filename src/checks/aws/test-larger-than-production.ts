import {
  type InstanceTypeUse,
  instanceTypes,
  parseInstanceType,
  sizeOf,
} from '../../graph/aws/instance-types.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import type { Selector } from '../../graph/selector.ts';
import type { Resource, Unit } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Test extends InstanceTypeUse {
  readonly production: InstanceTypeUse;
}

const tests: Selector<Test> = {
  of: 'instance types of environments beside production',
  find: (graph) => {
    const uses = graph.select(instanceTypes);
    const live = new Map<string, InstanceTypeUse>();
    for (const use of uses) if (isProduction(use.resource)) live.set(keyOf(use.resource), use);
    return uses.flatMap((use) => {
      const production = isNonProduction(use.resource) ? live.get(keyOf(use.resource)) : undefined;
      return production ? [{ ...use, production }] : [];
    });
  },
};

export default check({
  id: 'aws/test-larger-than-production',
  title: 'Test environment larger than production',
  dimension: 'cost',
  severity: 'medium',
  why: 'An environment that serves nobody rarely needs more than the one that serves everybody. It is usually left over from a load test, or production was made smaller and the other was forgotten, and it is paid around the clock.',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/select-the-correct-resource-type-size-and-number.html',
  ],
  visits: tests,
  judge({ resource, node, production }) {
    const own = node.text() ?? '';
    const theirs = production.node.text() ?? '';
    const size = sizeOf(parseInstanceType(own)?.size ?? '');
    const wanted = sizeOf(parseInstanceType(theirs)?.size ?? '');
    if (size === undefined || wanted === undefined || size <= wanted) return;
    return {
      message: `${resource.address} is ${own} in ${resource.unit.environment} and ${theirs} in ${production.resource.unit.environment}: unless it is for a load test, make it no larger than production.`,
      at: node,
    };
  },
  examples: {
    bad: environments('db.r6g.2xlarge', 'db.r6g.xlarge'),
    good: environments('db.r6g.large', 'db.r6g.xlarge'),
  },
});

/** The same address in roots that differ in their environment only: `envs/staging` and `envs/prod`, or two variables files. */
function keyOf({ address, unit }: Resource): string {
  return `${stemOf(unit)}\0${address}`;
}

function stemOf({ path, environment }: Unit): string {
  return path
    .split('/')
    .map((segment) => (segment === environment ? '*' : segment))
    .join('/');
}

function environments(staging: string, prod: string): Record<string, string> {
  return {
    'main.tf': `variable "instance_class" { type = string }

resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = var.instance_class
  storage_encrypted = true
}
`,
    'staging.tfvars': `instance_class = "${staging}"\n`,
    'prod.tfvars': `instance_class = "${prod}"\n`,
  };
}
