import { instanceTypes, parseInstanceType } from '../../graph/aws/instance-types.ts';
import { check } from '../check.ts';

/** Family of a previous generation → one that costs no more and does more. Source: Amazon EC2, Previous generation instances, and the price lists. */
const successors: Readonly<Record<string, string>> = {
  t1: 't3',
  t2: 't3',
  m1: 'm6i',
  m2: 'r6i',
  m3: 'm6i',
  m4: 'm6i',
  c1: 'c6i',
  c3: 'c6i',
  c4: 'c6i',
  cc2: 'c6i',
  r3: 'r6i',
  r4: 'r6i',
  i2: 'i4i',
  g2: 'g5',
  g3: 'g5',
  d2: 'd3',
};

export default check({
  id: 'aws/instance-previous-generation',
  title: 'Instance of a previous generation',
  dimension: 'cost',
  severity: 'low',
  why: 'Older families cost as much as their successors or more, and do less for it; some can no longer be had in new zones, and the oldest lack encryption or the Nitro system. The change is a new type and a restart.',
  sources: ['https://aws.amazon.com/ec2/previous-generation/'],
  visits: instanceTypes,
  judge({ resource, node, service }) {
    const written = node.text();
    const parsed = written === undefined ? undefined : parseInstanceType(written);
    const newer = parsed && successors[parsed.family];
    if (!written || !newer) return;
    // these two have the later generations with Graviton processors only
    const better = service === 'cache' || service === 'search' ? newer.replace('6i', '6g') : newer;
    return {
      message: `${resource.address} uses ${written}, of a previous generation: ${better} costs no more and does more.`,
      at: node,
      key: written,
      fix: {
        safety: 'unsafe',
        summary: `use ${better} (the instance is stopped and started; not every size exists in both)`,
        edits: [{ op: 'replace', node, value: written.replace(parsed.family, better) }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_launch_template" "worker" {\n  image_id      = "ami-0abcdef1234567890"\n  instance_type = "m4.large"\n\n  metadata_options {\n    http_tokens = "required"\n  }\n}\n',
    good: 'resource "aws_launch_template" "worker" {\n  image_id      = "ami-0abcdef1234567890"\n  instance_type = "m7i.large"\n\n  metadata_options {\n    http_tokens = "required"\n  }\n}\n',
  },
});
