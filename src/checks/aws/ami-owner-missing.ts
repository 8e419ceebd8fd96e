import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/ami-owner-missing',
  title: 'Image looked up by name only',
  dimension: 'security',
  severity: 'high',
  why: 'Anyone may publish an image under any name. A search without owners that takes the most recent match runs whatever was published last under a name that fits, also a stranger’s, with the rights of the instance. Name the account that publishes the image.',
  sameAs: ['checkov:CKV_AWS_386', 'kics:terraform/aws/ami_owner_missing', 'trivy:AWS-0344'],
  controls: ['soc2:CC6.8'],
  sources: [
    'https://securitylabs.datadoghq.com/articles/whoami-a-cloud-image-name-confusion-attack/',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami#owners',
  ],
  visits: resources('data.aws_ami', 'data.aws_ami_ids'),
  judge({ resource, node }) {
    if (node.list('owners').length > 0) return;
    const filters = node.list('filter').map((filter) => filter.text('name'));
    if (filters.some((name) => name === 'owner-id' || name === 'owner-alias' || name === 'image-id')) return;
    return {
      message: `${resource.address} takes an image by its name from whoever published it, strangers included: set owners to the account that publishes it, such as "amazon" or "099720109477" (Canonical).`,
    };
  },
  examples: {
    bad: 'data "aws_ami" "base" {\n  most_recent = true\n\n  filter {\n    name   = "name"\n    values = ["ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-*"]\n  }\n}\n',
    good: 'data "aws_ami" "base" {\n  most_recent = true\n  owners      = ["099720109477"]\n\n  filter {\n    name   = "name"\n    values = ["ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-*"]\n  }\n}\n',
  },
});
