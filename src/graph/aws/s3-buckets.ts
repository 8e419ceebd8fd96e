import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { certainCompanionsOf, companionsOf } from '../terraform/companions.ts';
import { ofTypeInUnit } from '../terraform/in-unit.ts';
import { backends } from '../terraform/settings.ts';

/** The four switches of a public access block. Each is false where a block leaves it out. */
export type PublicAccessSwitch =
  | 'block_public_acls'
  | 'ignore_public_acls'
  | 'block_public_policy'
  | 'restrict_public_buckets';

/**
 * Whether a switch of the public access block holds for a bucket, by its own block or the account's.
 * @returns `undefined` where no block of it is in the repository: AWS then blocks everything for buckets made since April 2023
 * @throws Undecided
 */
export function isPublicAccessBlocked(
  graph: Graph,
  bucket: Resource,
  name: PublicAccessSwitch,
): boolean | undefined {
  const account = ofTypeInUnit(graph, 'aws_s3_account_public_access_block', bucket.unit);
  if (account.some(({ body }) => body.flag(name) === true)) return true;
  const own = companionsOf(graph, bucket, 'aws_s3_bucket_public_access_block', 'bucket');
  return own.length === 0 ? undefined : own.some(({ body }) => body.flag(name) === true);
}

/** Lifecycle rules of a bucket that are switched on, inline or in a resource of its own. @throws Undecided */
export function lifecycleRulesOf(graph: Graph, bucket: Resource): readonly Node[] {
  const inline = bucket.body.list('lifecycle_rule').filter((rule) => rule.flag('enabled') !== false);
  const apart = companionsOf(graph, bucket, 'aws_s3_bucket_lifecycle_configuration', 'bucket').flatMap(
    ({ body }) => body.list('rule').filter((rule) => rule.text('status') !== 'Disabled'),
  );
  return [...inline, ...apart];
}

/** Whether versions of objects are kept, inline or by a resource of its own. @throws Undecided */
export function isVersioned(graph: Graph, bucket: Resource): boolean {
  if (bucket.body.flag('versioning', 'enabled') === true) return true;
  return companionsOf(graph, bucket, 'aws_s3_bucket_versioning', 'bucket').some(
    ({ body }) => body.text('versioning_configuration', 'status') === 'Enabled',
  );
}

/**
 * What a bucket is for, as far as its use and its name tell: Terraform state; backups; logs that others deliver; a website;
 * scratch that can be made again (artifacts, caches, query results); `data` where nothing says otherwise.
 */
export type BucketPurpose = 'state' | 'backups' | 'logs' | 'website' | 'scratch' | 'data';

export function purposeOf(graph: Graph, bucket: Resource): BucketPurpose {
  const known = graph.derive(purposeOf, () => new Map<Resource, BucketPurpose>());
  let purpose = known.get(bucket);
  if (!purpose) {
    purpose = tellPurpose(graph, bucket);
    known.set(bucket, purpose);
  }
  return purpose;
}

const nameParts: readonly (readonly [BucketPurpose, RegExp])[] = [
  ['state', /(^|[-_.])(tf-?state|state|terraform)s?($|[-_.])/i],
  ['logs', /(^|[-_.])(access)?(log|logs|logging|flowlogs|cloudtrail|trail|audit)($|[-_.])/i],
  [
    'scratch',
    /(^|[-_.])(artifacts?|cache|caches|tmp|temp|scratch|athena|results?|codepipeline|codebuild|builds?|deploy(ments?)?|lambda|packages?|assets|static|source)($|[-_.])/i,
  ],
  ['backups', /(^|[-_.])(backups?|dumps?|snapshots?|archives?)($|[-_.])/i],
];

function tellPurpose(graph: Graph, bucket: Resource): BucketPurpose {
  const written = bucket.body.peek('bucket')?.content;
  const name = typeof written === 'string' ? written : undefined;
  if (name !== undefined && stateBuckets(graph).has(name)) return 'state';
  if (bucket.body.has('website') || companion(graph, bucket, 'aws_s3_bucket_website_configuration'))
    return 'website';
  if (receivesLogs(graph, bucket)) return 'logs';
  for (const text of [bucket.name, name])
    for (const [purpose, pattern] of nameParts) if (text !== undefined && pattern.test(text)) return purpose;
  return 'data';
}

function companion(graph: Graph, bucket: Resource, type: string): boolean {
  return certainCompanionsOf(graph, bucket, type, 'bucket').length > 0;
}

/** Names of the buckets in which the roots of this repository keep their state. */
function stateBuckets(graph: Graph): ReadonlySet<string> {
  return graph.derive(stateBuckets, () => {
    const contents = graph
      .select(backends)
      .flatMap(({ kind, node }) => (kind === 's3' ? [node.peek('bucket')?.content] : []));
    return new Set(contents.filter((content) => typeof content === 'string'));
  });
}

/** Attributes by which something delivers logs into a bucket: type of the resource → path of the attribute. */
const deliveries: Readonly<Record<string, readonly string[]>> = {
  aws_s3_bucket_logging: ['target_bucket'],
  aws_s3_bucket: ['logging', 'target_bucket'],
  aws_cloudfront_distribution: ['logging_config', 'bucket'],
  aws_lb: ['access_logs', 'bucket'],
  aws_alb: ['access_logs', 'bucket'],
  aws_elb: ['access_logs', 'bucket'],
  aws_cloudtrail: ['s3_bucket_name'],
  aws_flow_log: ['log_destination'],
};

function receivesLogs(graph: Graph, bucket: Resource): boolean {
  if (aclText(graph, bucket) === 'log-delivery-write') return true;
  return graph.to(bucket).some(({ from, at }) => {
    const path = deliveries[from.type];
    return path !== undefined && at !== undefined && from.body.peek(...path) === at;
  });
}

function aclText(graph: Graph, bucket: Resource): unknown {
  const apart = certainCompanionsOf(graph, bucket, 'aws_s3_bucket_acl', 'bucket')[0];
  return (bucket.body.peek('acl') ?? apart?.body.peek('acl'))?.content;
}
