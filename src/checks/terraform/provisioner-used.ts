import type { Selector, Subject } from '../../graph/selector.ts';
import { uniqueBlocks } from '../../graph/terraform/unique-blocks.ts';
import type { TerraformResource } from '../../read/terraform/resource.ts';
import { check } from '../check.ts';

interface Managed extends Subject {
  readonly resource: TerraformResource;
}

const managed: Selector<Managed> = {
  of: 'managed resources',
  find: (graph) =>
    uniqueBlocks(graph)
      .filter(({ isManaged }) => isManaged)
      .map((resource) => ({ resource, node: resource.body })),
};

export default check({
  id: 'terraform/provisioner-used',
  title: 'Provisioner that plans cannot show',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'What a provisioner does is in no plan and in no state: it runs once, on the machine that applies, cannot be reviewed or undone, and marks the resource as tainted where it fails. Images, user data or a proper resource do the same in the open.',
  sources: ['https://developer.hashicorp.com/terraform/language/provisioners'],
  visits: managed,
  judge({ resource }) {
    return resource.declared.meta.provisioners.map(({ labels }) => {
      const kind = labels[0]?.text ?? 'provisioner';
      return {
        message: `${resource.address} runs a ${kind} provisioner, which no plan shows and no apply repeats: put the work into the image, user data or a resource.`,
        key: kind,
      };
    });
  },
  examples: {
    bad: 'resource "aws_instance" "api" {\n  ami           = "ami-0abc"\n  instance_type = "t4g.small"\n\n  provisioner "remote-exec" {\n    inline = ["apt-get install -y nginx"]\n  }\n}\n',
    good: 'resource "aws_instance" "api" {\n  ami           = "ami-0abc"\n  instance_type = "t4g.small"\n  user_data     = "#cloud-config"\n}\n',
  },
});
