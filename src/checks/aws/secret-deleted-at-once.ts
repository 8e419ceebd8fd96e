import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/secret-deleted-at-once',
  title: 'Secret that is deleted without a way back',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'Secrets Manager keeps a deleted secret for 7 to 30 days, in which it can be restored. With a window of 0 a destroy or a replacement loses it at once, and whatever was encrypted with it or signs in with it is lost too.',
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html'],
  visits: resources('aws_secretsmanager_secret'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const days = node.get('recovery_window_in_days');
    if (days?.amount() !== 0) return;
    return {
      message: `${resource.address} is gone at once when it is destroyed or replaced: give it a recovery window of 7 to 30 days.`,
      at: days,
      fix: {
        safety: 'unsafe',
        summary: 'set recovery_window_in_days to 30 (its name is taken until then)',
        edits: [{ op: 'replace', node: days, value: 30 }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_secretsmanager_secret" "signing" {\n  name                    = "signing"\n  recovery_window_in_days = 0\n}\n',
    good: 'resource "aws_secretsmanager_secret" "signing" {\n  name = "signing"\n}\n',
  },
});
