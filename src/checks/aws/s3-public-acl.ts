import { isPublicAccessBlocked, purposeOf } from '../../graph/aws/s3-buckets.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Source: Amazon S3 User Guide, predefined groups and canned ACLs. */
const groups: Readonly<Record<string, string>> = {
  'http://acs.amazonaws.com/groups/global/AllUsers': 'everybody on the internet',
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers': 'everybody with any AWS account',
};

const canned: Readonly<Record<string, string>> = {
  'public-read': 'everybody on the internet',
  'public-read-write': 'everybody on the internet',
  'authenticated-read': 'everybody with any AWS account',
};

export default check({
  id: 'aws/s3-public-acl',
  title: 'Bucket open to everybody by its ACL',
  dimension: 'security',
  severity: 'high',
  why: 'A public ACL lets anyone list the bucket and, on its objects, read them; public write lets anyone store what the owner pays and answers for. Nearly every leak of a bucket begins so. Serve public files through CloudFront with origin access control and keep the bucket private.',
  sameAs: [
    'checkov:CKV2_AWS_43',
    'checkov:CKV_AWS_20',
    'checkov:CKV_AWS_375',
    'checkov:CKV_AWS_57',
    'kics:terraform/aws/s3_bucket_acl_allows_read_or_write_to_all_users',
    'kics:terraform/aws/s3_bucket_acl_allows_read_to_any_authenticated_user',
    'kics:terraform/aws/s3_bucket_allows_access_to_all_authenticated_users',
    'trivy:AWS-0092',
  ],
  controls: ['cis-aws:2.1.4', 'pci-dss:1.3.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl'],
  visits: resources('aws_s3_bucket', 'aws_s3_bucket_acl'),
  judge({ resource, node }, graph) {
    const grant = cannedGrant(node) ?? explicitGrant(node);
    if (!grant) return;
    const bucket = bucketOf(graph, resource);
    if (bucket && isPublicAccessBlocked(graph, bucket, 'ignore_public_acls')) return;
    if (bucket && isPublicAccessBlocked(graph, bucket, 'block_public_acls')) return;
    const name = bucket?.address ?? resource.address;
    if (grant.right === 'read' && bucket && purposeOf(graph, bucket) === 'website')
      return {
        message: `${name} serves its website straight from S3, readable by ${grant.who} and without TLS: put CloudFront with origin access control before it, and make it private.`,
        at: grant.at,
        severity: 'low',
      };
    return {
      message: `The ACL of ${name} lets ${grant.who} ${grant.right} it. Make it private, and serve what is meant to be public through CloudFront.`,
      at: grant.at,
      ...(grant.right === 'write to' && { severity: 'critical' }),
      fix: {
        safety: 'unsafe',
        summary: 'make the ACL private (whoever reads the bucket without signing in is refused)',
        edits: grant.canned
          ? [{ op: 'replace', node: grant.at, value: 'private' }]
          : [{ op: 'remove', node: grant.at }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket" "reports" {\n  bucket = "acme-reports"\n}\n\nresource "aws_s3_bucket_acl" "reports" {\n  bucket = aws_s3_bucket.reports.id\n  acl    = "public-read"\n}\n',
    good: 'resource "aws_s3_bucket" "reports" {\n  bucket = "acme-reports"\n}\n\nresource "aws_s3_bucket_acl" "reports" {\n  bucket = aws_s3_bucket.reports.id\n  acl    = "private"\n}\n',
  },
});

interface Grant {
  readonly who: string;
  readonly right: 'read' | 'write to';
  readonly at: Node;
  readonly canned: boolean;
}

function cannedGrant(body: Node): Grant | undefined {
  const at = body.get('acl');
  const acl = at?.text();
  const who = acl === undefined ? undefined : canned[acl];
  return who && at
    ? { who, right: acl === 'public-read-write' ? 'write to' : 'read', at, canned: true }
    : undefined;
}

function explicitGrant(body: Node): Grant | undefined {
  const grants = [
    ...body.list('grant'),
    ...body.list('access_control_policy').flatMap((policy) => policy.list('grant')),
  ];
  const open = grants.flatMap((at): Grant[] => {
    const uri = at.text('uri') ?? at.text('grantee', 'uri');
    const who = uri === undefined ? undefined : groups[uri];
    const rights = [...at.list('permissions').map((right) => right.text()), at.text('permission')];
    const writes = rights.some((right) => right === 'FULL_CONTROL' || right?.startsWith('WRITE'));
    return who ? [{ who, right: writes ? 'write to' : 'read', at, canned: false }] : [];
  });
  return open.find(({ right }) => right === 'write to') ?? open[0];
}

function bucketOf(graph: Graph, resource: Resource): Resource | undefined {
  if (resource.type === 'aws_s3_bucket') return resource;
  const at = resource.body.peek('bucket');
  return graph.from(resource).find((relation) => relation.to.type === 'aws_s3_bucket' && relation.at === at)
    ?.to;
}
