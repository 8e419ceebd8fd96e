import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/athena-settings-optional',
  title: 'Workgroup whose settings every client may replace',
  dimension: 'security',
  severity: 'low',
  why: 'A workgroup that does not enforce its configuration only proposes it: a client that names another place for its results, or none of the encryption, gets what it names, and limits of what a query may scan do not hold either.',
  sameAs: ['checkov:CKV_AWS_82', 'trivy:AWS-0007'],
  controls: ['soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html'],
  visits: resources('aws_athena_workgroup'),
  judge({ resource, node }) {
    const enforced = node.get('configuration', 'enforce_workgroup_configuration');
    if (enforced?.flag() !== false) return;
    return {
      message: `${resource.address} lets every client replace where its results go and how they are encrypted: take enforce_workgroup_configuration = false out.`,
      at: enforced,
      fix: {
        safety: 'unsafe',
        summary: 'set enforce_workgroup_configuration to true (clients lose settings of their own)',
        edits: [{ op: 'replace', node: enforced, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_athena_workgroup" "reports" {\n  name = "reports"\n\n  configuration {\n    enforce_workgroup_configuration = false\n  }\n}\n',
    good: 'resource "aws_athena_workgroup" "reports" {\n  name = "reports"\n\n  configuration {\n    enforce_workgroup_configuration = true\n  }\n}\n',
  },
});
