import type { Selector, Subject } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface NamedBucket extends Subject {
  readonly name: string;
  /** buckets of the same name in other environments */
  readonly others: readonly Resource[];
}

const namedBuckets: Selector<NamedBucket> = {
  of: 'buckets with a name',
  find: (graph) => {
    const byName = new Map<string, Resource[]>();
    for (const bucket of graph.ofType('aws_s3_bucket')) {
      const name = bucket.body.peek('bucket')?.content;
      if (typeof name === 'string') byName.set(name, [...(byName.get(name) ?? []), bucket]);
    }
    return [...byName].flatMap(([name, buckets]) =>
      buckets.map((resource) => ({
        resource,
        node: resource.body.peek('bucket')!,
        name,
        others: buckets.filter((other) => isElsewhere(resource, other)),
      })),
    );
  },
};

export default check({
  id: 'aws/bucket-name-shared',
  title: 'Bucket name that two environments want',
  dimension: 'functionality',
  severity: 'high',
  why: 'Names of buckets are unique in the world. Where the name does not hold the environment, the first one to apply gets the bucket, and every other fails with BucketAlreadyExists, or finds itself reading and writing the data of the first.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html'],
  visits: namedBuckets,
  judge({ resource, name, others, node }) {
    const [other] = others;
    if (!other) return;
    return {
      message: `${resource.address} is named ${name} in ${resource.unit.environment} and in ${other.unit.environment}, and only one of them can have it: put the environment into the name.`,
      at: node,
    };
  },
  examples: {
    bad: environments('acme-exports'),
    good: environments('${var.environment}-acme-exports'),
  },
});

/** Each in an environment of its own: sets of variables that say nothing of one may be given together. */
function isElsewhere({ unit: one }: Resource, { unit: other }: Resource): boolean {
  return (
    one.environment !== undefined && other.environment !== undefined && one.environment !== other.environment
  );
}

function environments(name: string): Record<string, string> {
  return {
    'main.tf': `variable "environment" { type = string }

resource "aws_s3_bucket" "exports" {
  bucket = "${name}"
}
`,
    'staging.tfvars': 'environment = "staging"\n',
    'prod.tfvars': 'environment = "prod"\n',
  };
}
