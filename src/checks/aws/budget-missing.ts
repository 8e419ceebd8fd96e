import type { Selector } from '../../graph/selector.ts';
import { isApplied, type Root, roots } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

/** What only a root has that looks after a whole account. */
const accountTypes =
  /^aws_(organizations_(account|organization)|iam_account_(alias|password_policy)|s3_account_public_access_block|cloudtrail|controltower_control|account_(alternate|primary)_contact)$/;

const accountRoots: Selector<Root> = {
  of: 'roots that look after an account',
  find: (graph) =>
    graph
      .select(roots)
      .filter((root) => isApplied(root) && root.members.some(({ type }) => accountTypes.test(type))),
};

export default check({
  id: 'aws/budget-missing',
  title: 'Account without a budget',
  dimension: 'cost',
  severity: 'info',
  why: 'A forgotten cluster or a leaked key that mines coins shows on the bill a month later. A budget with a notification, or cost anomaly detection, tells within a day, and the first two budgets are free.',
  sources: ['https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html'],
  visits: accountRoots,
  judge({ resource, members }, graph) {
    if (graph.ofType('aws_budgets_budget').length > 0) return;
    if (graph.ofType('aws_ce_anomaly_subscription').length > 0) return;
    const path = resource.unit.path === '.' ? 'This root' : resource.unit.path;
    const at = members.find(({ type }) => accountTypes.test(type));
    return {
      message: `${path} looks after an account, and nothing in the repository tells when it costs more than expected: add an aws_budgets_budget with a notification.`,
      at: at?.body ?? resource.body,
    };
  },
  examples: {
    bad: 'provider "aws" {\n  region = "eu-central-1"\n}\n\nresource "aws_iam_account_alias" "this" {\n  account_alias = "acme-shop"\n}\n',
    good: 'provider "aws" {\n  region = "eu-central-1"\n}\n\nresource "aws_iam_account_alias" "this" {\n  account_alias = "acme-shop"\n}\n\nresource "aws_budgets_budget" "monthly" {\n  name         = "monthly"\n  budget_type  = "COST"\n  limit_amount = "5000"\n  limit_unit   = "USD"\n  time_unit    = "MONTHLY"\n}\n',
  },
});
