import { managedName } from '../../graph/aws/reach/managed-policies.ts';
import { trustOf } from '../../graph/aws/reach/trust.ts';
import { unlessUntold } from '../../graph/aws/reach/unless-untold.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Severity } from '../../model/dimension.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { writtenText } from '../../read/terraform/documents.ts';
import { check } from '../check.ts';

/** Policies of AWS that make an administrator of whom they are attached to. */
const mighty: Readonly<Record<string, string>> = {
  AdministratorAccess: 'which allows everything',
  IAMFullAccess: 'with which it can give itself everything',
};

interface Attached extends Subject {
  readonly identity: Resource | undefined;
}

/** Policies of AWS as they are attached, one by one. */
const attached: Selector<Attached> = {
  of: 'attached policies of AWS',
  find: (graph) => [
    ...['role', 'user', 'group'].flatMap((kind) =>
      graph.ofType(`aws_iam_${kind}_policy_attachment`).flatMap((resource) => {
        const node = resource.body.peek('policy_arn');
        return node ? [{ resource, node, identity: identityOf(graph, resource, kind) }] : [];
      }),
    ),
    ...graph.ofType('aws_iam_policy_attachment').flatMap((resource) => {
      const node = resource.body.peek('policy_arn');
      return node ? [{ resource, node, identity: undefined }] : [];
    }),
    ...graph.ofType('aws_ssoadmin_managed_policy_attachment').flatMap((resource) => {
      const node = resource.body.peek('managed_policy_arn');
      return node ? [{ resource, node, identity: undefined }] : [];
    }),
    ...graph.ofType('aws_iam_role').flatMap((resource) => {
      const arns = resource.body.peek('managed_policy_arns')?.content;
      return Array.isArray(arns)
        ? (arns as readonly Node[]).map((node) => ({ resource, node, identity: resource }))
        : [];
    }),
  ],
};

export default check({
  id: 'aws/administrator-attached',
  title: 'Identity that owns the account',
  dimension: 'security',
  severity: 'medium',
  why: 'Whoever gets hold of an administrator owns the account: its data, backups, bill and the logs of the deed. People take such a role for minutes, with a second factor; a machine or a pipeline that holds it all the time is one flaw or one leaked token away. What it really does can be read from what it used (Access Analyzer makes a policy of it).',
  sameAs: [
    'checkov:CKV2_AWS_56',
    'checkov:CKV_AWS_274',
    'kics:terraform/aws/ecs_service_admin_role_is_present',
    'kics:terraform/aws/iam_role_with_full_privileges',
    'kics:terraform/aws/lambda_function_with_privileged_role',
  ],
  controls: ['cis-aws:1.16', 'pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html',
  ],
  visits: attached,
  judge({ resource, node, identity }, graph) {
    const name = managedName(writtenText(node) ?? '');
    const effect = name && mighty[name];
    if (!effect) return;
    const who = identity?.address ?? resource.address;
    const [severity, why] = weigh(graph, resource, identity);
    return {
      message: `${who} holds ${name}, ${effect}${why}: give it the actions that it uses.`,
      at: node,
      key: name,
      severity,
    };
  },
  examples: {
    bad: 'resource "aws_iam_role_policy_attachment" "worker" {\n  role       = "worker"\n  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"\n}\n',
    good: 'resource "aws_iam_role_policy_attachment" "worker" {\n  role       = "worker"\n  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"\n}\n',
  },
});

/** A machine holds it all the time, people for a while; who they are stands in the trust policy. */
function weigh(graph: Graph, holder: Resource, identity: Resource | undefined): readonly [Severity, string] {
  if (holder.type.startsWith('aws_ssoadmin')) return ['low', ''];
  if (identity?.type === 'aws_iam_user') return ['high', ', with keys that do not expire'];
  if (identity?.type !== 'aws_iam_role') return ['medium', ''];
  const services = unlessUntold(() => trustOf(graph, identity))?.services;
  const [service] = services ?? [];
  return service ? ['high', `, for whatever runs as it (${service})`] : ['medium', ''];
}

function identityOf(graph: Graph, attachment: Resource, kind: string): Resource | undefined {
  const at = attachment.body.peek(kind);
  return graph
    .from(attachment)
    .find((relation) => relation.at === at && relation.to.type === `aws_iam_${kind}`)?.to;
}
