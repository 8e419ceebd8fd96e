import { itemsOf } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';

/** A place that names an instance type, of a machine or of a managed service. */
export interface InstanceTypeUse extends Subject {
  readonly service: 'ec2' | 'rds' | 'cache' | 'search';
}

/** Where each type of resource names it. Source: Terraform AWS provider. */
const places: Readonly<Record<string, readonly [InstanceTypeUse['service'], readonly string[]]>> = {
  aws_instance: ['ec2', ['instance_type']],
  aws_launch_template: ['ec2', ['instance_type']],
  aws_launch_configuration: ['ec2', ['instance_type']],
  aws_eks_node_group: ['ec2', ['instance_types']],
  aws_db_instance: ['rds', ['instance_class']],
  aws_rds_cluster_instance: ['rds', ['instance_class']],
  aws_docdb_cluster_instance: ['rds', ['instance_class']],
  aws_neptune_cluster_instance: ['rds', ['instance_class']],
  aws_elasticache_cluster: ['cache', ['node_type']],
  aws_elasticache_replication_group: ['cache', ['node_type']],
  aws_opensearch_domain: ['search', ['cluster_config', 'instance_type']],
  aws_elasticsearch_domain: ['search', ['cluster_config', 'instance_type']],
};

export const instanceTypes: Selector<InstanceTypeUse> = {
  of: 'instance types',
  find: (graph) =>
    Object.entries(places).flatMap(([type, [service, path]]) =>
      graph
        .ofType(type)
        .flatMap((resource) =>
          itemsOf(resource.body.peek(...path)).map((node) => ({ resource, node, service })),
        ),
    ),
};

export interface InstanceType {
  /** `m6g` */
  readonly family: string;
  /** `2xlarge` */
  readonly size: string;
}

/** The parts of `m6g.2xlarge`, `db.m6g.2xlarge`, `cache.m6g.large`, `m6g.large.search`. */
export function parseInstanceType(text: string): InstanceType | undefined {
  const found = /^(?:db\.|cache\.)?([a-z][a-z0-9-]*)\.([a-z0-9-]+?)(?:\.(?:search|elasticsearch))?$/.exec(
    text,
  );
  return found ? { family: found[1]!, size: found[2]! } : undefined;
}

/** How large a size is, in units of a `small`: each of these is twice the one before. Source: Amazon EC2 User Guide, normalization factors. */
export function sizeOf(size: string): number | undefined {
  const named: Readonly<Record<string, number>> = {
    nano: 0.25,
    micro: 0.5,
    small: 1,
    medium: 2,
    large: 4,
    xlarge: 8,
  };
  const times = /^(\d+)xlarge$/.exec(size)?.[1];
  return times ? Number(times) * 8 : named[size];
}
