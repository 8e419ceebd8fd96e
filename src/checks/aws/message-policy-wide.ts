import { type PolicyStatement, resourceStatements, statementOf } from '../../graph/aws/policies.ts';
import type { Principal } from '../../graph/aws/policy-document.ts';
import type { Selector } from '../../graph/selector.ts';
import { check } from '../check.ts';

const holders = /^aws_(sqs_queue|sns_topic)(_policy)?$/;

const messageStatements: Selector<PolicyStatement> = {
  of: 'statements of policies of queues and topics',
  find: (graph) =>
    graph
      .select(resourceStatements)
      .filter(
        ({ resource }) =>
          holders.test(resource.type) || graph.to(resource).some(({ from }) => holders.test(from.type)),
      ),
};

export default check({
  id: 'aws/message-policy-wide',
  title: 'Policy of a queue or topic that allows every action',
  dimension: 'security',
  severity: 'low',
  why: 'Whoever sends needs to send, whoever reads needs to receive and delete. With every action the sender also empties the queue, changes its policy and removes it, and whoever takes the sender over does so, too.',
  sameAs: [
    'checkov:CKV_AWS_72',
    'kics:terraform/aws/sns_topic_publicity_has_allow_and_not_action_simultaneously',
    'kics:terraform/aws/sqs_policy_allows_all_actions',
    'trivy:AWS-0097',
  ],
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  ],
  visits: messageStatements,
  judge(subject) {
    const { effect, actions, notActions, principals } = statementOf(subject);
    if (effect !== 'Allow' || (principals.length > 0 && principals.every(isOwner))) return;
    const wide =
      notActions.length > 0
        ? 'everything but a few actions'
        : actions.find((action) => action !== undefined && /^(\*|sqs:\*|sns:\*)$/i.test(action));
    if (!wide) return;
    return {
      message: `The policy of ${subject.resource.address} allows ${wide}, also to change the policy and to delete: name what is needed, such as sqs:SendMessage or sns:Publish.`,
      key: subject.key,
    };
  },
  examples: {
    bad: `resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-central-1.amazonaws.com/123456789012/orders"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::210987654321:role/shop" }
      Action    = "sqs:*"
      Resource  = "arn:aws:sqs:eu-central-1:123456789012:orders"
    }]
  })
}
`,
    good: `resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-central-1.amazonaws.com/123456789012/orders"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::210987654321:role/shop" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-central-1:123456789012:orders"
    }]
  })
}
`,
  },
});

/** The account itself, as in the policy that AWS writes where there is none, and whoever cannot be told. */
function isOwner({ type, identifier }: Principal): boolean {
  return type === 'AWS' && (identifier === undefined || /^\d{12}$|:root$/.test(identifier));
}
