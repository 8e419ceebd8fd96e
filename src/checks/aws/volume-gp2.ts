import { textAt } from '../../graph/look.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Blocks of each type that describe a volume. Source: Terraform AWS provider. */
const volumes: Readonly<Record<string, readonly (readonly string[])[]>> = {
  aws_ebs_volume: [[]],
  aws_instance: [['root_block_device'], ['ebs_block_device']],
  aws_launch_configuration: [['root_block_device'], ['ebs_block_device']],
  aws_launch_template: [['block_device_mappings', 'ebs']],
  aws_opensearch_domain: [['ebs_options']],
  aws_elasticsearch_domain: [['ebs_options']],
};

const disks: Selector<Subject> = {
  of: 'EBS volumes',
  find: (graph) =>
    Object.entries(volumes).flatMap(([type, paths]) =>
      graph
        .ofType(type)
        .flatMap((resource) =>
          paths.flatMap((path) => blocksAt(resource.body, path).map((node) => ({ resource, node }))),
        ),
    ),
};

/**
 * Up to this size, in GiB, gp2 gives no more than gp3 does without extras: 128 MiB/s and bursts of 3,000 operations.
 * Source: Amazon EBS User Guide, General Purpose SSD volumes.
 */
const sameSpeed = 170;

export default check({
  id: 'aws/volume-gp2',
  title: 'Volume of the previous generation',
  dimension: 'cost',
  severity: 'low',
  why: 'gp2 costs a quarter more than gp3 for the same gigabytes, and a small one has a fraction of the operations per second once its credits are spent. A volume changes to gp3 while it is in use.',
  sources: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
    'https://aws.amazon.com/ebs/pricing/',
  ],
  visits: disks,
  judge({ resource, node }) {
    const type = node.get('volume_type') ?? node.get('type');
    // EBS makes gp2 where nothing is said; with the others it is the image or the service that decides
    if (type ? type.text() !== 'gp2' : resource.type !== 'aws_ebs_volume' || node.has('iops')) return;
    const size = node.amount('volume_size') ?? node.amount('size');
    return {
      message: `${resource.address} has a gp2 volume${type ? '' : ', which is what EBS makes where no type is set'}: gp3 costs a fifth less and is no slower${size !== undefined && size > sameSpeed ? ', given the throughput that it needs' : ''}.`,
      at: type ?? node,
      key: textAt(node, 'device_name'),
      fix: {
        safety: size !== undefined && size <= sameSpeed ? 'safe' : 'unsafe',
        summary: 'set the type to gp3',
        edits: [
          type
            ? { op: 'replace', node: type, value: 'gp3' }
            : { op: 'set', in: node, path: ['type'], value: 'gp3' },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "aws_ebs_volume" "data" {\n  availability_zone = "eu-central-1a"\n  size              = 100\n  type              = "gp2"\n  encrypted         = true\n}\n',
    good: 'resource "aws_ebs_volume" "data" {\n  availability_zone = "eu-central-1a"\n  size              = 100\n  type              = "gp3"\n  encrypted         = true\n}\n',
  },
});

function blocksAt(body: Node, path: readonly string[]): readonly Node[] {
  const [name, ...rest] = path;
  if (name === undefined) return [body];
  const content = body.peek(name)?.content;
  return Array.isArray(content) ? (content as readonly Node[]).flatMap((block) => blocksAt(block, rest)) : [];
}
