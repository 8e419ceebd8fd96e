import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { ofTypeInUnit } from '../../graph/terraform/in-unit.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/imdsv1-allowed',
  title: 'Instance that answers metadata requests without a token',
  dimension: 'security',
  severity: 'medium',
  why: 'Version 1 of the metadata service hands the credentials of the instance to any plain GET, so one flaw by which a server fetches a URL of the attacker’s choice gives them away. Version 2 wants a token that such a request cannot get.',
  sameAs: ['checkov:CKV_AWS_79', 'kics:terraform/aws/imdsv1_is_enabled', 'trivy:AWS-0028', 'trivy:AWS-0130'],
  controls: ['cis-aws:5.6', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html'],
  visits: resources('aws_instance', 'aws_launch_template', 'aws_launch_configuration'),
  judge({ resource, node }, graph) {
    const tokens = node.get('metadata_options', 'http_tokens');
    if (tokens?.text() === 'required' || node.text('metadata_options', 'http_endpoint') === 'disabled')
      return;
    if (!tokens) {
      // a template decides for what is started from it
      if (resource.type === 'aws_instance' && node.has('launch_template')) return;
      if (isRequiredByAccount(graph, resource) || isRequiredByImage(graph, resource)) return;
    }
    return {
      message: `${resource.address} answers metadata requests without a token, so a forged request through its application gets the credentials of its role: set http_tokens to "required".`,
      at: tokens ?? node.get('metadata_options') ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set http_tokens = "required" (software with an SDK from before 2020 loses its credentials)',
        edits: [{ op: 'set', in: node, path: ['metadata_options', 'http_tokens'], value: 'required' }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_instance" "worker" {\n  ami           = "ami-0abcdef1234567890"\n  instance_type = "t3.small"\n}\n',
    good: 'resource "aws_instance" "worker" {\n  ami           = "ami-0abcdef1234567890"\n  instance_type = "t3.small"\n\n  metadata_options {\n    http_tokens = "required"\n  }\n}\n',
  },
});

/** Whether the account's default for new instances is set, in this root. */
function isRequiredByAccount(graph: Graph, { unit }: Resource): boolean {
  return ofTypeInUnit(graph, 'aws_ec2_instance_metadata_defaults', unit).some(
    ({ body }) => body.text('http_tokens') === 'required',
  );
}

/** Images of Amazon Linux 2023 ask for tokens themselves. Source: AL2023 User Guide, IMDSv2. */
function isRequiredByImage(graph: Graph, resource: Resource): boolean {
  return graph
    .from(resource)
    .some(
      ({ to }) =>
        /^data\.aws_(ami|ssm_parameter)$/.test(to.type) && JSON.stringify(to.body.plain()).includes('al2023'),
    );
}
