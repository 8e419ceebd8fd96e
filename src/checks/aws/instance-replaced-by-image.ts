import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface FromLatest extends Subject {
  /** the data source that looks the image up */
  readonly lookup: Resource;
  readonly at: Node;
}

const fromLatestImage: Selector<FromLatest> = {
  of: 'instances whose image is looked up',
  find: (graph) =>
    graph.ofType('aws_instance').flatMap((resource) => {
      const at = resource.body.peek('ami');
      const lookup = graph
        .from(resource)
        .find(
          (relation) => relation.at === at && /^data\.aws_(ami|ssm_parameter)$/.test(relation.to.type),
        )?.to;
      if (!at || !lookup) return [];
      return [{ resource, node: resource.body, lookup, at }];
    }),
};

export default check({
  id: 'aws/instance-replaced-by-image',
  title: 'Instance that every new image replaces',
  dimension: 'iac-quality',
  severity: 'medium',
  why: 'The newest image is looked up at every plan, and a change of the image replaces the instance with all that is on its disks. So an apply of something else destroys the machine on the day after an image is published. Pin the image, ignore its changes, or put the machine into a group that is rolled.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami#most_recent',
    'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes',
  ],
  visits: fromLatestImage,
  judge({ resource, node, lookup, at }) {
    const ignored = node.peek('lifecycle', 'ignore_changes');
    // names of arguments: they are written, not evaluated
    const names = ignored ? ignored.file.text.slice(ignored.start, ignored.end) : '';
    if (/\b(ami|all)\b/.test(names) || !findsNewer(lookup)) return;
    return {
      message: `${resource.address} takes the newest image of ${lookup.address}, so the next apply after one is published destroys and replaces it: ignore changes of ami, or pin the image.`,
      at,
    };
  },
  examples: {
    bad: instance(''),
    good: instance('\n  lifecycle {\n    ignore_changes = [ami]\n  }\n'),
  },
});

/** Whether another image may be found tomorrow: by a pattern, or by a parameter that is moved to each new image. */
function findsNewer({ type, body }: Resource): boolean {
  if (type === 'data.aws_ssm_parameter') return true;
  if (body.flag('most_recent') !== true) return false;
  const names = body.list('filter').filter((filter) => filter.text('name') === 'name');
  const patterns = names.flatMap((filter) => filter.list('values')).map((value) => value.text() ?? '');
  return patterns.length === 0 || patterns.some((pattern) => /[*?]/.test(pattern));
}

function instance(inside: string): string {
  return `data "aws_ami" "base" {
  most_recent = true
  owners      = ["099720109477"]

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-*"]
  }
}

resource "aws_instance" "worker" {
  ami           = data.aws_ami.base.id
  instance_type = "t3.small"

  metadata_options {
    http_tokens = "required"
  }
${inside}}
`;
}
