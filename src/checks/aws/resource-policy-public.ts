import { type PolicyStatement, resourceStatements, statementOf } from '../../graph/aws/policies.ts';
import type { Statement } from '../../graph/aws/policy-document.ts';
import { letsEverybody } from '../../graph/aws/principals.ts';
import { isPublicAccessBlocked, purposeOf } from '../../graph/aws/s3-buckets.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Selector } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

/** Statements of resource policies, and permissions of functions, which are such statements written as resources. */
const statements: Selector<PolicyStatement> = {
  of: 'statements of resource policies',
  find: (graph) => [
    ...graph.select(resourceStatements),
    ...graph.ofType('aws_lambda_permission').map((resource) => ({
      resource,
      node: resource.body,
      told: permission(resource),
      key: '',
    })),
  ],
};

export default check({
  id: 'aws/resource-policy-public',
  title: 'Policy that lets everybody in',
  dimension: 'security',
  severity: 'high',
  why: 'The principal * means everybody with or without an AWS account, whatever their own policies say. Unless a condition narrows it to an account, an organization or a source, anyone who knows or guesses the name may do what the statement allows.',
  sameAs: [
    'checkov:CKV_AWS_167',
    'checkov:CKV_AWS_168',
    'checkov:CKV_AWS_169',
    'checkov:CKV_AWS_283',
    'checkov:CKV_AWS_301',
    'checkov:CKV_AWS_32',
    'checkov:CKV_AWS_33',
    'checkov:CKV_AWS_387',
    'checkov:CKV_AWS_70',
    'kics:terraform/aws/cloudwatch_logs_destination_with_vulnerable_policy',
    'kics:terraform/aws/ecr_repository_is_publicly_accessible',
    'kics:terraform/aws/efs_with_vulnerable_policy',
    'kics:terraform/aws/elasticsearch_domain_with_vulnerable_policy',
    'kics:terraform/aws/glue_with_vulnerable_policy',
    'kics:terraform/aws/kms_key_with_full_permissions',
    'kics:terraform/aws/lambda_function_publicly_accessible',
    'kics:terraform/aws/lambda_permission_principal_is_wildcard',
    'kics:terraform/aws/rest_api_with_vulnerable_policy',
    'kics:terraform/aws/s3_bucket_access_to_any_principal',
    'kics:terraform/aws/s3_bucket_allows_delete_action_from_all_principals',
    'kics:terraform/aws/s3_bucket_allows_get_action_from_all_principals',
    'kics:terraform/aws/s3_bucket_allows_list_action_from_all_principals',
    'kics:terraform/aws/s3_bucket_allows_put_action_from_all_principals',
    'kics:terraform/aws/s3_bucket_with_all_permissions',
    'kics:terraform/aws/secrets_manager_with_vulnerable_policy',
    'kics:terraform/aws/ses_policy_with_allowed_iam_actions',
    'kics:terraform/aws/sns_topic_is_publicly_accessible',
    'kics:terraform/aws/sqs_policy_with_public_access',
    'kics:terraform/aws/sqs_queue_exposed',
    'regula:FG_R00211',
    'trivy:AWS-0032',
  ],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
  ],
  visits: statements,
  judge(subject, graph) {
    const statement = statementOf(subject);
    if (!letsEverybody(statement)) return heldBySource(subject, statement);
    const holders = holdersOf(graph, subject.resource);
    if (holders.length > 0 && holders.every((holder) => isGuardedOtherwise(graph, holder))) return;
    const buckets = holders.flatMap((holder) => bucketsOf(graph, holder));
    if (buckets.some((bucket) => isPublicAccessBlocked(graph, bucket, 'block_public_policy'))) return;
    if (buckets.some((bucket) => isPublicAccessBlocked(graph, bucket, 'restrict_public_buckets'))) return;
    if (isReadOnly(statement) && buckets.some((bucket) => purposeOf(graph, bucket) === 'website')) return;
    const what = [...statement.actions, ...statement.notActions.map((action) => `everything but ${action}`)];
    const named = buckets[0]?.address ?? holders[0]?.address ?? subject.resource.address;
    if (holders.length === 0)
      return {
        message: `${subject.resource.address} lets everybody use ${what.map((action) => action ?? 'some actions').join(', ')} on whatever it is attached to, which is nothing here. Name the accounts or roles that need it.`,
        key: subject.key,
        severity: 'low',
      };
    return {
      message: `The policy of ${named} lets everybody use ${what.map((action) => action ?? 'some actions').join(', ')}. Name the accounts or roles that need it, or add a condition on aws:PrincipalOrgID or aws:SourceArn.`,
      key: subject.key,
      ...(writes(statement) && { severity: 'critical' }),
      // a document that says so itself was not left open by mistake
      ...(isReadOnly(statement) && /public/i.test(statement.sid ?? '') && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
    }]
  })
}
`,
    good: `resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
      Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-central-1:123456789012:orders" } }
    }]
  })
}
`,
  },
});

/** What a document of its own is the policy of; the resource itself where the policy stands in it. */
function holdersOf(graph: Graph, resource: Resource): readonly Resource[] {
  if (!resource.type.startsWith('data.')) return [resource];
  return graph
    .to(resource)
    .map(({ from }) => from)
    .filter(({ type }) => !type.startsWith('data.'));
}

function bucketsOf(graph: Graph, holder: Resource): readonly Resource[] {
  if (holder.type === 'aws_s3_bucket') return [holder];
  if (holder.type !== 'aws_s3_bucket_policy') return [];
  const at = holder.body.peek('bucket');
  return graph
    .from(holder)
    .flatMap((relation) => (relation.at === at && relation.to.type === 'aws_s3_bucket' ? [relation.to] : []));
}

/**
 * Whether a search domain stands in a VPC, where its security groups decide who gets to it, or asks for a sign-in of its own.
 * Source: Amazon OpenSearch Service Developer Guide, About access policies on VPC domains, and Fine-grained access control.
 */
function isGuardedOtherwise(graph: Graph, holder: Resource): boolean {
  const { type, body } = holder;
  if (/^aws_(opensearch|elasticsearch)_domain$/.test(type))
    return (
      body.peek('vpc_options') !== undefined ||
      body.peek('advanced_security_options', 'enabled')?.content === true
    );
  if (!/^aws_(opensearch|elasticsearch)_domain_policy$/.test(type)) return false;
  const domains = graph.from(holder).filter(({ to }) => to.type === type.replace(/_policy$/, ''));
  return domains.length > 0 && domains.every(({ to }) => isGuardedOtherwise(graph, to));
}

function isReadOnly({ actions }: Statement): boolean {
  return (
    actions.length > 0 &&
    actions.every((action) => action && /^s3:(GetObject|GetObjectVersion|ListBucket)$/i.test(action))
  );
}

/** Whether it may change or take over the thing: everything, or writing to a store of data. */
function writes({ actions, notActions }: Statement): boolean {
  return (
    notActions.length > 0 ||
    actions.some(
      (action) =>
        action &&
        /^(\*|[\w-]+:\*|s3:(Put|Delete)\w*\*?|kms:(Put|Create|Decrypt)\w*\*?|secretsmanager:Get\w*\*?)$/i.test(
          action,
        ),
    )
  );
}

/**
 * A permission of a function for everybody that only its source holds back. Nobody needs it: a service is named as the
 * principal itself, and * is for an organization.
 */
function heldBySource({ resource }: PolicyStatement, { principals }: Statement): Fault | undefined {
  if (resource.type !== 'aws_lambda_permission' || principals[0]?.identifier !== '*') return;
  if (resource.body.peek('principal_org_id') || !resource.body.has('source_arn')) return;
  return {
    message: `${resource.address} names everybody as the principal, and only source_arn keeps them out: name the service that calls, such as events.amazonaws.com.`,
    at: resource.body.get('principal')!,
    severity: 'low',
  };
}

function permission({ body }: Resource): PolicyStatement['told'] {
  const value = (name: string) => {
    const content = body.peek(name)?.content;
    return typeof content === 'string' ? content : undefined;
  };
  const conditions = ['source_arn', 'source_account', 'principal_org_id'].flatMap((name) => {
    const key =
      { source_arn: 'aws:sourcearn', source_account: 'aws:sourceaccount' }[name] ?? 'aws:principalorgid';
    return body.peek(name) ? [{ test: 'StringEquals', key, values: [value(name)] }] : [];
  });
  return {
    node: body,
    sid: value('statement_id'),
    effect: 'Allow',
    actions: [value('action')],
    notActions: [],
    resources: [],
    notResources: [],
    principals: [{ type: 'AWS', identifier: value('principal') }],
    exceptPrincipals: false,
    conditions,
  };
}
