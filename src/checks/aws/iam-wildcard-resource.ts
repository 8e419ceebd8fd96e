import { identityStatements, statementOf } from '../../graph/aws/policies.ts';
import type { Statement } from '../../graph/aws/policy-document.ts';
import { describeGrantees } from '../../graph/aws/policy-holders.ts';
import type { Severity } from '../../model/dimension.ts';
import { check } from '../check.ts';

/** Services that keep data, secrets or keys, or run code: all of one is never what a workload needs. */
const services =
  /^(s3|dynamodb|rds|sqs|sns|kms|secretsmanager|ssm|ec2|lambda|ecr|ecs|eks|cloudformation|kinesis|es|elasticache|redshift|backup|glacier|cloudtrail|route53|organizations|sts):\*$/i;

/**
 * Actions that read, change or delete data or secrets and that take the ARN of what they are for.
 * Source: AWS Service Authorization Reference, column "Resource types" of each service.
 */
const restrictable: readonly RegExp[] = [
  /^s3:(Get|Put|Delete|Restore|Replicate)Object\w*\*?$/i,
  /^s3:(Get\*|Put\*|Delete\*|DeleteBucket\w*|PutBucket\w*|ListBucket\w*)$/i,
  /^dynamodb:(\w*Item\w*|Query|Scan|Get\*|Put\*|Delete\*|Update\*|DeleteTable|UpdateTable)$/i,
  /^sqs:(SendMessage|ReceiveMessage|DeleteMessage|PurgeQueue|DeleteQueue|SetQueueAttributes)\*?$/i,
  /^sns:(Publish|Subscribe|DeleteTopic|SetTopicAttributes)\*?$/i,
  /^secretsmanager:(GetSecretValue|PutSecretValue|UpdateSecret|DeleteSecret|Get\*|Put\*)$/i,
  /^ssm:(GetParameter\w*|PutParameter|DeleteParameter\w*|SendCommand|StartSession|Get\*|Put\*)\*?$/i,
  /^kms:(Decrypt|Encrypt|GenerateDataKey\w*|ReEncrypt\w*|ScheduleKeyDeletion|PutKeyPolicy|CreateGrant)\*?$/i,
  /^lambda:(InvokeFunction|UpdateFunctionCode|DeleteFunction|Invoke\*|Update\*)$/i,
  /^kinesis:(PutRecords?|GetRecords|DeleteStream)$/i,
  /^ec2:(TerminateInstances|StopInstances|DeleteVolume|DeleteSnapshot|Terminate\*|Delete\*)$/i,
  /^rds:(DeleteDB\w*|ModifyDB\w*|Delete\*|Modify\*)$/i,
  /^ecr:(PutImage|DeleteRepository|BatchDeleteImage)$/i,
  /^rds-db:connect$/i,
];

export default check({
  id: 'aws/iam-wildcard-resource',
  title: 'Permission on every resource of its kind',
  dimension: 'security',
  severity: 'medium',
  why: 'With the resource * an identity reaches also the buckets, tables, queues and secrets of everybody else in the account, and those that are made later. A flaw in one service then costs the data of all of them. These actions take the ARN of what they are for.',
  sameAs: [
    'checkov:CKV_AWS_108',
    'checkov:CKV_AWS_111',
    'checkov:CKV_AWS_288',
    'checkov:CKV_AWS_290',
    'checkov:CKV_AWS_355',
    'checkov:CKV_AWS_356',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_lambda_UpdateFunctionCode',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_lambda_UpdateFunctionCode',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_lambda_UpdateFunctionCode',
    'trivy:AWS-0345',
  ],
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  visits: identityStatements,
  judge(subject, graph) {
    const statement = statementOf(subject);
    if (statement.effect !== 'Allow' || statement.conditions.length > 0) return;
    const everywhere = statement.resources.find((resource) => reachesAll(resource));
    if (everywhere === undefined) return;
    const wide = statement.actions.filter((action) => action !== undefined && services.test(action));
    const narrow = restrictableOf(statement);
    if (wide.length === 0 && narrow.length === 0) return;
    const severity: Severity = wide.length > 0 ? 'high' : 'medium';
    return {
      message: `${describeGrantees(graph, subject.resource)} allows ${few([...wide, ...narrow])} on ${everywhere}: on all of the account, and on what is made later. Name the ARNs that are meant.`,
      key: subject.key,
      severity,
    };
  },
  examples: {
    bad: 'data "aws_iam_policy_document" "api" {\n  statement {\n    actions   = ["s3:*"]\n    resources = ["*"]\n  }\n}\n',
    good: 'data "aws_iam_policy_document" "api" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["arn:aws:s3:::acme-media/*"]\n  }\n\n  statement {\n    actions   = ["ecr:GetAuthorizationToken"]\n    resources = ["*"]\n  }\n}\n',
  },
});

/** `*`, or an ARN that names nothing: `arn:aws:s3:::*`. */
function reachesAll(resource: string | undefined): boolean {
  return resource !== undefined && /^(\*|arn:[\w*-]+:[\w*-]+:[^:]*:[^:]*:(\*|\*\/\*))$/.test(resource);
}

function restrictableOf({ actions }: Statement): readonly string[] {
  return actions.filter(
    (action): action is string =>
      action !== undefined && restrictable.some((pattern) => pattern.test(action)),
  );
}

function few(actions: readonly (string | undefined)[]): string {
  return actions.length > 4
    ? `${actions.slice(0, 3).join(', ')} and ${actions.length - 3} more`
    : actions.join(', ');
}
