import { type Named, namedResources } from '../../graph/cloud-names.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

interface Bucket extends Subject, Pick<Named, 'name'> {
  readonly others: readonly Named[];
}

const globalTypes = new Set(['aws_s3_bucket', 'google_storage_bucket', 'azurerm_storage_account']);

const buckets: Selector<Bucket> = {
  of: 'buckets with a known name',
  find: (graph) =>
    [...namedResources(graph).values()].flatMap((owners) =>
      owners
        .filter(({ resource }) => globalTypes.has(resource.type))
        .map(({ resource, node, name }) => ({
          resource,
          node,
          name,
          others: owners.filter(
            (other) => other.resource.type === resource.type && other.resource.unit !== resource.unit,
          ),
        })),
    ),
};

export default check({
  id: 'contracts/bucket-name-taken',
  title: 'One global name for two buckets',
  dimension: 'functionality',
  severity: 'high',
  why: 'Bucket names are shared by all accounts of the cloud. The environment that is applied first gets the name, the second one fails at apply, after its plan looked right.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html'],
  visits: buckets,
  judge({ resource, name, others }) {
    // the same root applied to another environment, or two roots that both name it
    const [other] = others.filter(({ resource: one }) => one.unit.id < resource.unit.id);
    if (!other) return;
    return {
      message: `${resource.address} is called ${name} in ${resource.unit.id} and in ${other.resource.unit.id}, and a bucket's name exists once in the world: put the environment into the name.`,
      key: name,
    };
  },
  examples: {
    bad: {
      'staging/main.tf': 'resource "aws_s3_bucket" "exports" {\n  bucket = "acme-shop-exports"\n}\n',
      'prod/main.tf': 'resource "aws_s3_bucket" "exports" {\n  bucket = "acme-shop-exports"\n}\n',
    },
    good: {
      'staging/main.tf': 'resource "aws_s3_bucket" "exports" {\n  bucket = "acme-shop-staging-exports"\n}\n',
      'prod/main.tf': 'resource "aws_s3_bucket" "exports" {\n  bucket = "acme-shop-prod-exports"\n}\n',
    },
  },
});
