import type { Selector, Subject } from '../../graph/selector.ts';
import { TerraformResource } from '../../read/terraform/resource.ts';
import type { Block } from '../../syntax/hcl/tree.ts';
import { check } from '../check.ts';

interface Managed extends Subject {
  readonly resource: TerraformResource;
}

const managed: Selector<Managed> = {
  of: 'managed resources',
  find: (graph) => {
    const seen = new Set<Block>();
    return graph.resources.flatMap((resource) => {
      if (!(resource instanceof TerraformResource) || !resource.isManaged || seen.has(resource.block))
        return [];
      seen.add(resource.block);
      return [{ resource, node: resource.body }];
    });
  },
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
    return resource.block.body.items.flatMap((item) => {
      if (item.kind !== 'block' || item.type !== 'provisioner') return [];
      const kind = item.labels[0]?.text ?? 'provisioner';
      return [
        {
          message: `${resource.address} runs a ${kind} provisioner, which no plan shows and no apply repeats: put the work into the image, user data or a resource.`,
          key: kind,
        },
      ];
    });
  },
  examples: {
    bad: 'resource "aws_instance" "api" {\n  ami           = "ami-0abc"\n  instance_type = "t4g.small"\n\n  provisioner "remote-exec" {\n    inline = ["apt-get install -y nginx"]\n  }\n}\n',
    good: 'resource "aws_instance" "api" {\n  ami           = "ami-0abc"\n  instance_type = "t4g.small"\n  user_data     = "#cloud-config"\n}\n',
  },
});
