import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/function-outside-network',
  title: 'Function whose connections nobody limits',
  dimension: 'security',
  severity: 'info',
  why: 'Outside of a VPC a function reaches the whole internet, without a security group that would limit it or a flow log that would show it. That is fine for most, and cheaper; it matters for functions that hold data which must not leave, and where an audit asks for it. In a VPC it needs endpoints or NAT to get out.',
  sameAs: ['checkov:CKV_AWS_117'],
  controls: ['pci-dss:1.3.2', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html'],
  visits: resources('aws_lambda_function'),
  judge({ resource, node }) {
    if (node.has('vpc_config')) return;
    return {
      message: `${resource.address} may connect to the whole internet: where what it handles must not leave, give it a vpc_config with a security group that names what it may reach.`,
    };
  },
  examples: {
    bad: 'resource "aws_lambda_function" "import" {\n  function_name = "import"\n  role          = "arn:aws:iam::123456789012:role/import"\n}\n',
    good: 'resource "aws_lambda_function" "import" {\n  function_name = "import"\n  role          = "arn:aws:iam::123456789012:role/import"\n\n  vpc_config {\n    subnet_ids         = ["subnet-0a1b", "subnet-0c2d"]\n    security_group_ids = ["sg-0a1b2c3d"]\n  }\n}\n',
  },
});
