import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/detector-off',
  title: 'GuardDuty that is switched off',
  dimension: 'security',
  severity: 'medium',
  why: 'A detector with enable = false is there and looks at nothing: stolen keys, miners and calls to known bad addresses go unseen, while the account looks watched.',
  sameAs: ['checkov:CKV_AWS_238', 'kics:terraform/aws/guardduty_detector_disabled'],
  controls: ['pci-dss:11.5.1', 'soc2:CC7.2'],
  sources: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html'],
  visits: resources('aws_guardduty_detector'),
  judge({ resource, node }) {
    const enabled = node.get('enable');
    if (enabled?.flag() !== false) return;
    return {
      message: `${resource.address} is switched off and reports nothing: take enable = false out, or the detector.`,
      at: enabled,
      fix: {
        safety: 'unsafe',
        summary: 'set enable to true (what it looks at is paid)',
        edits: [{ op: 'replace', node: enabled, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_guardduty_detector" "main" {\n  enable = false\n}\n',
    good: 'resource "aws_guardduty_detector" "main" {\n  enable = true\n}\n',
  },
});
