import { isProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Which attribute says how large a resource is. */
const classes: Readonly<Record<string, string>> = {
  aws_db_instance: 'instance_class',
  aws_rds_cluster_instance: 'instance_class',
  aws_instance: 'instance_type',
  aws_launch_template: 'instance_type',
  aws_elasticache_replication_group: 'node_type',
  aws_elasticache_cluster: 'node_type',
  aws_opensearch_domain: 'cluster_config.instance_type',
};

interface Sized extends Subject {
  readonly attribute: string;
  readonly production: readonly Resource[];
}

const sized: Selector<Sized> = {
  of: 'instances of environments beside production',
  find: (graph) =>
    Object.entries(classes).flatMap(([type, attribute]) =>
      graph.ofType(type).flatMap((resource) => {
        const production =
          resource.unit.environment && !isProduction(resource) ? productionTwins(graph, resource) : [];
        return production.length > 0 ? [{ resource, node: resource.body, attribute, production }] : [];
      }),
    ),
};

export default check({
  id: 'contracts/machine-larger-than-production',
  title: 'Machine larger than production’s',
  dimension: 'cost',
  severity: 'medium',
  why: 'An environment that carries less than production needs no larger machines. It is usually what is left of a load test, or two values that were swapped, and is paid for every hour.',
  sources: ['https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/right-sizing.html'],
  visits: sized,
  judge({ resource, node, attribute, production }) {
    const path = attribute.split('.');
    const own = node.get(...path);
    const size = sizeOf(own?.text());
    const larger = production
      .map((twin) => twin.body.text(...path))
      .find((other) => size !== undefined && (sizeOf(other) ?? Infinity) < size);
    if (!own || larger === undefined) return;
    return {
      message: `${resource.address} is ${own.text()} in ${resource.unit.environment} and ${larger} in production: make it no larger than production's.`,
      at: own,
    };
  },
  examples: {
    bad: {
      'main.tf':
        'variable "class" { type = string }\n\nresource "aws_db_instance" "orders" {\n  instance_class = var.class\n}\n',
      'staging.tfvars': 'class = "db.r6g.2xlarge"\n',
      'prod.tfvars': 'class = "db.r6g.xlarge"\n',
    },
    good: {
      'main.tf':
        'variable "class" { type = string }\n\nresource "aws_db_instance" "orders" {\n  instance_class = var.class\n}\n',
      'staging.tfvars': 'class = "db.t4g.medium"\n',
      'prod.tfvars': 'class = "db.r6g.xlarge"\n',
    },
  },
});

const sizes = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge'];

/** The size in a class's name, each about twice the one before. Source: Amazon EC2 User Guide, instance type naming. */
function sizeOf(name: string | undefined): number | undefined {
  const size = name?.split('.').find((part) => /^(\d+)?x?(nano|micro|small|medium|large)$/.test(part));
  if (!size) return undefined;
  const times = /^(\d+)xlarge$/.exec(size);
  return times ? sizes.length - 1 + Math.log2(Number(times[1])) : sizes.indexOf(size);
}

function productionTwins(graph: Graph, { address }: Resource): readonly Resource[] {
  return graph.at(address).filter(isProduction);
}
