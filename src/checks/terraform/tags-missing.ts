import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { TerraformResource } from '../../read/terraform/resource.ts';
import { check } from '../check.ts';

/** What costs money or keeps data, and takes tags. Source: Terraform AWS provider, argument `tags` of each. */
const types = [
  'aws_instance',
  'aws_db_instance',
  'aws_rds_cluster',
  'aws_s3_bucket',
  'aws_eks_cluster',
  'aws_eks_node_group',
  'aws_ecs_cluster',
  'aws_ecs_service',
  'aws_lambda_function',
  'aws_lb',
  'aws_nat_gateway',
  'aws_vpc',
  'aws_dynamodb_table',
  'aws_elasticache_replication_group',
  'aws_elasticache_cluster',
  'aws_efs_file_system',
  'aws_ebs_volume',
  'aws_sqs_queue',
  'aws_sns_topic',
  'aws_kms_key',
  'aws_ecr_repository',
  'aws_cloudfront_distribution',
  'aws_opensearch_domain',
  'aws_redshift_cluster',
  'aws_msk_cluster',
  'aws_docdb_cluster',
  'aws_autoscaling_group',
];

interface Taggable extends Subject {
  readonly resource: TerraformResource;
}

const taggable: Selector<Taggable> = {
  of: 'resources that cost money or keep data',
  find: (graph) =>
    types.flatMap((type) =>
      graph
        .ofType(type)
        .flatMap((resource) =>
          resource instanceof TerraformResource ? [{ resource, node: resource.body }] : [],
        ),
    ),
};

export default check({
  id: 'terraform/tags-missing',
  title: 'Resource without tags',
  dimension: 'cost',
  severity: 'low',
  why: 'The bill is split by tags: what has none is paid by nobody in particular, and nobody can be asked whether it is still needed. default_tags of the provider puts the environment, service, owner and cost centre on everything at once.',
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html',
  ],
  visits: taggable,
  judge({ resource, node }, graph) {
    const tags = node.get('tags') ?? node.get('tag');
    if (tags && (Array.isArray(tags.content) || tags.entries().length > 0)) return;
    if (hasDefaultTags(graph, resource)) return;
    return {
      message: `${resource.address} has no tags and its provider sets none by default, so nobody can tell who pays for it: set default_tags in the provider, with environment, service, owner and cost centre.`,
    };
  },
  examples: {
    bad: 'provider "aws" {\n  region = "eu-central-1"\n}\n\nresource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n',
    good: 'provider "aws" {\n  region = "eu-central-1"\n\n  default_tags {\n    tags = { environment = "prod", owner = "shop" }\n  }\n}\n\nresource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n',
  },
});

/** Providers are configured in the root; without one there the module is published, and its caller decides. */
function hasDefaultTags(graph: Graph, { unit }: TerraformResource): boolean {
  const own = graph
    .ofType('provider')
    .filter((provider) => provider.unit === unit && provider.name === 'aws');
  return own.length === 0 || own.some(({ body }) => body.has('default_tags'));
}
