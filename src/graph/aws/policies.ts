import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided } from '../../model/unknown.ts';
import { documentOf } from '../../read/terraform/documents.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';
import { dataStatements, type Statement, statementsOf } from './policy-document.ts';

/** One statement of a policy, wherever it is written, and what the policy is for. */
export interface PolicyStatement extends Subject {
  /** `undefined` where the policy cannot be told */
  readonly told: Statement | undefined;
  /** its `Sid`, or its position: tells the statements of a policy apart */
  readonly key: string;
}

/** @throws Undecided where the policy cannot be told */
export function statementOf({ told, node }: PolicyStatement): Statement {
  if (!told) throw new Undecided(node, 'the policy is put together from what cannot be told');
  return told;
}

type Holders = Readonly<Record<string, string | readonly string[]>>;

/** Where policies of identities are written: what a role, a user or a group may do. */
const identityHolders: Holders = {
  aws_iam_policy: 'policy',
  aws_iam_role_policy: 'policy',
  aws_iam_user_policy: 'policy',
  aws_iam_group_policy: 'policy',
  aws_iam_role: ['inline_policy', 'policy'],
  aws_ssoadmin_permission_set_inline_policy: 'inline_policy',
};

const trustHolders: Holders = { aws_iam_role: 'assume_role_policy' };

/** Where policies of resources are written: who may use them. An endpoint's policy only narrows what others give. */
const resourceHolders: Holders = {
  aws_s3_bucket: 'policy',
  aws_s3_bucket_policy: 'policy',
  aws_sqs_queue: 'policy',
  aws_sqs_queue_policy: 'policy',
  aws_sns_topic: 'policy',
  aws_sns_topic_policy: 'policy',
  aws_kms_key: 'policy',
  aws_kms_key_policy: 'policy',
  aws_ecr_repository_policy: 'policy',
  aws_ecr_registry_policy: 'policy',
  aws_secretsmanager_secret: 'policy',
  aws_secretsmanager_secret_policy: 'policy',
  aws_efs_file_system_policy: 'policy',
  aws_glacier_vault: 'access_policy',
  aws_elasticsearch_domain: 'access_policies',
  aws_elasticsearch_domain_policy: 'access_policies',
  aws_opensearch_domain: 'access_policies',
  aws_opensearch_domain_policy: 'access_policies',
  aws_api_gateway_rest_api: 'policy',
  aws_api_gateway_rest_api_policy: 'policy',
  aws_backup_vault_policy: 'policy',
  aws_cloudwatch_event_bus_policy: 'policy',
  aws_cloudwatch_log_destination_policy: 'access_policy',
  aws_glue_resource_policy: 'policy',
  aws_dynamodb_resource_policy: 'policy',
  aws_acmpca_policy: 'policy',
  aws_cloudsearch_domain_service_access_policy: 'access_policy',
  aws_cloudwatch_log_resource_policy: 'policy_document',
  aws_codeartifact_domain_permissions_policy: 'policy_document',
  aws_codeartifact_repository_permissions_policy: 'policy_document',
  aws_codebuild_resource_policy: 'policy',
  aws_dsql_cluster_policy: 'policy',
  aws_ecr_repository_creation_template: 'repository_policy',
  aws_glacier_vault_lock: 'policy',
  aws_kinesis_resource_policy: 'policy',
  aws_kms_external_key: 'policy',
  aws_kms_replica_external_key: 'policy',
  aws_kms_replica_key: 'policy',
  aws_lambda_resource_policy: 'policy',
  aws_msk_cluster_policy: 'policy',
  aws_networkfirewall_resource_policy: 'policy',
  aws_oam_sink_policy: 'policy',
  aws_osis_resource_policy: 'policy',
  aws_prometheus_resource_policy: 'policy_document',
  aws_redshift_resource_policy: 'policy',
  aws_redshiftserverless_resource_policy: 'policy',
  aws_sagemaker_model_package_group_policy: 'resource_policy',
  aws_schemas_registry_policy: 'policy',
  aws_ses_identity_policy: 'policy',
  aws_sesv2_email_identity_policy: 'policy',
};

/** What allows an identity to act, in policies of roles, users and groups, and documents without principals. */
export const identityStatements: Selector<PolicyStatement> = {
  of: 'statements of IAM policies',
  find: (graph) => [
    ...writtenIn(graph, identityHolders),
    ...documents(graph, (statement) => !hasPrincipals(statement)),
  ],
};

/** Who may take a role. */
export const trustStatements: Selector<PolicyStatement> = {
  of: 'statements of trust policies',
  find: (graph) => [
    ...writtenIn(graph, trustHolders),
    ...documents(graph, (statement) => hasPrincipals(statement) && isTrust(statement)),
  ],
};

/** Who may use a resource. */
export const resourceStatements: Selector<PolicyStatement> = {
  of: 'statements of resource policies',
  find: (graph) => [
    ...writtenIn(graph, resourceHolders),
    ...documents(graph, (statement) => hasPrincipals(statement) && !isTrust(statement)),
  ],
};

/** Every attribute that holds a policy, whatever it is for. */
export const writtenPolicies: Selector<Subject> = {
  of: 'IAM policies',
  find: (graph) =>
    [identityHolders, trustHolders, resourceHolders].flatMap((holders) =>
      Object.entries(holders).flatMap(([type, path]) =>
        graph
          .ofType(type)
          .flatMap((resource) => policiesAt(resource.body, path).map((node) => ({ resource, node }))),
      ),
    ),
};

/** Types whose policies allow nothing by themselves: they only limit what identity policies give. */
const limits = /^aws_(organizations_policy|vpc_endpoint(_policy)?)$/;

/** Statements that stand in the holders themselves; those of documents are judged where they are written. */
function writtenIn(graph: Graph, holders: Holders): PolicyStatement[] {
  return Object.entries(holders).flatMap(([type, path]) =>
    graph.ofType(type).flatMap((resource) => {
      if (isBoundary(graph, resource)) return [];
      return policiesAt(resource.body, path).flatMap((policy) =>
        documentOf(policy)?.kind === 'data' ? [] : subjectsOf(resource, policy),
      );
    }),
  );
}

function policiesAt(body: Node, path: string | readonly string[]): readonly Node[] {
  if (typeof path === 'string') {
    const policy = body.peek(path);
    return policy ? [policy] : [];
  }
  const blocks = body.peek(path[0]!)?.content;
  return Array.isArray(blocks)
    ? (blocks as readonly Node[]).flatMap((block) => block.peek(path[1]!) ?? [])
    : [];
}

function subjectsOf(resource: Resource, policy: Node): PolicyStatement[] {
  if (policy.content === null) return [];
  const statements = statementsOf(policy);
  if (!statements) return [{ resource, node: policy, told: undefined, key: '' }];
  return statements.map((told, at) => ({ resource, node: told.node, told, key: told.sid ?? String(at) }));
}

function documents(graph: Graph, fits: (statement: Statement) => boolean): PolicyStatement[] {
  return graph.ofType('data.aws_iam_policy_document').flatMap((resource) => {
    const users = graph.to(resource).map(({ from }) => from);
    if (users.some(({ type }) => limits.test(type))) return [];
    if (users.some((user) => isBoundary(graph, user))) return [];
    return dataStatements(resource.body).flatMap((told, at) =>
      fits(told) ? [{ resource, node: told.node, told, key: told.sid ?? String(at) }] : [],
    );
  });
}

/** Whether a policy only bounds what a role may be given. */
function isBoundary(graph: Graph, policy: Resource): boolean {
  return (
    policy.type === 'aws_iam_policy' &&
    graph.to(policy).some(({ from, at }) => at !== undefined && from.body.peek('permissions_boundary') === at)
  );
}

function hasPrincipals({ principals, exceptPrincipals }: Statement): boolean {
  return principals.length > 0 || exceptPrincipals;
}

function isTrust({ actions }: Statement): boolean {
  return actions.length > 0 && actions.every((action) => action?.startsWith('sts:'));
}
