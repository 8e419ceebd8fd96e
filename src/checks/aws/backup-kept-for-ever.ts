import { textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/backup-kept-for-ever',
  title: 'Backups that are never deleted, or too soon',
  dimension: 'cost',
  severity: 'medium',
  why: 'A rule without an end keeps every recovery point for ever: the bill grows by a copy a day, and personal data outlives every promise to delete it. One that ends after a few days is over before a slow mistake is noticed. Say how long, and move what is kept for months to cold storage.',
  controls: ['soc2:A1.2', 'gdpr:5(1)(e)'],
  sources: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html'],
  visits: resources('aws_backup_plan'),
  judge({ resource, node }) {
    return node.list('rule').flatMap((rule) => {
      const name = textAt(rule, 'rule_name');
      const end = rule.get('lifecycle', 'delete_after');
      if (!end)
        return [
          {
            message: `The rule ${name} of ${resource.address} keeps every backup for ever: set lifecycle.delete_after to the days that they are needed.`,
            at: rule,
            key: name,
          },
        ];
      // what is copied elsewhere may be kept there
      if (
        (end.amount() ?? 0) >= 7 ||
        rule.list('copy_action').length > 0 ||
        rule.flag('enable_continuous_backup') === true
      )
        return [];
      return [
        {
          message: `The rule ${name} of ${resource.address} deletes backups after ${end.text()} days, before a mistake is noticed that shows at the end of a week: keep at least 7.`,
          at: end,
          key: name,
          severity: 'low' as const,
        },
      ];
    });
  },
  examples: {
    bad: 'resource "aws_backup_plan" "daily" {\n  name = "daily"\n\n  rule {\n    rule_name         = "daily"\n    target_vault_name = "main"\n    schedule          = "cron(0 3 * * ? *)"\n  }\n}\n',
    good: 'resource "aws_backup_plan" "daily" {\n  name = "daily"\n\n  rule {\n    rule_name         = "daily"\n    target_vault_name = "main"\n    schedule          = "cron(0 3 * * ? *)"\n\n    lifecycle {\n      delete_after = 35\n    }\n  }\n}\n',
  },
});
