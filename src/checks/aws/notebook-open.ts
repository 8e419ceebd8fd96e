import { certainOf } from '../../graph/certain.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** What SageMaker gives a notebook unless it is told not to. Source: Terraform AWS provider, aws_sagemaker_notebook_instance. */
const settings = [
  { name: 'direct_internet_access', right: 'Disabled', what: 'reaches the internet past the VPC' },
  { name: 'root_access', right: 'Disabled', what: 'is root on its machine' },
] as const;

export default check({
  id: 'aws/notebook-open',
  title: 'Notebook with the whole internet, and root',
  dimension: 'security',
  severity: 'low',
  why: 'A notebook runs whatever is pasted into it, with the role’s rights on the data that it is for. With a way out that no security group sees, all of it can leave; as root, its user takes logging and agents off. Both are what SageMaker gives unless it is told not to.',
  sameAs: [
    'checkov:CKV_AWS_122',
    'checkov:CKV_AWS_306',
    'checkov:CKV_AWS_307',
    'kics:terraform/aws/sagemaker_direct_internet_access_enabled',
  ],
  controls: ['pci-dss:1.3.2', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-connect-to-resources.html'],
  visits: resources('aws_sagemaker_notebook_instance'),
  judge({ resource, node }) {
    const open = certainOf(settings, ({ name, right }) => node.text(name) !== right);
    if (open.length === 0) return;
    return {
      message: `Whoever uses ${resource.address} ${open.map(({ what }) => what).join(' and ')}: set ${open.map(({ name, right }) => `${name} to ${right}`).join(' and ')}${node.peek('subnet_id') ? '' : ', and a subnet_id'}.`,
      at: open.map(({ name }) => node.get(name)).find((set) => set !== undefined) ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_sagemaker_notebook_instance" "research" {\n  name          = "research"\n  role_arn      = "arn:aws:iam::123456789012:role/research"\n  instance_type = "ml.t3.medium"\n}\n',
    good: 'resource "aws_sagemaker_notebook_instance" "research" {\n  name                   = "research"\n  role_arn               = "arn:aws:iam::123456789012:role/research"\n  instance_type          = "ml.t3.medium"\n  subnet_id              = "subnet-0a1b2c3d"\n  direct_internet_access = "Disabled"\n  root_access            = "Disabled"\n}\n',
  },
});
