import { bucketOf, isWebsite } from '../../graph/gcp/buckets.ts';
import { grants, isEverybody, membersThat } from '../../graph/gcp/grants.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

interface Opening extends Subject {
  readonly key: string;
  /** who is let in, and with which role: read when judged */
  readonly open: () => { readonly at: Node; readonly role: string } | undefined;
}

/** Grants on buckets, and access lists, which are older and hold beside them. */
const openings: Selector<Opening> = {
  of: 'grants and access lists of buckets',
  find: (graph) => [
    ...graph
      .select(grants)
      .filter(({ on }) => /^storage_(bucket|managed_folder)$/.test(on))
      .map((grant) => ({
        resource: grant.resource,
        node: grant.node,
        key: grant.key,
        open: () => {
          const [at] = membersThat(grant, isEverybody);
          return at && { at, role: grant.node.text('role') ?? '' };
        },
      })),
    ...lists.flatMap((type) =>
      graph
        .ofType(type)
        .map((resource) => ({ resource, node: resource.body, key: '', open: () => openIn(resource.body) })),
    ),
  ],
};

const lists = [
  'google_storage_bucket_acl',
  'google_storage_default_object_acl',
  'google_storage_object_acl',
  'google_storage_bucket_access_control',
  'google_storage_default_object_access_control',
  'google_storage_object_access_control',
];

function openIn(body: Node): { at: Node; role: string } | undefined {
  const canned = body.get('predefined_acl');
  const name = canned?.text() ?? '';
  if (canned && /^(publicRead|publicReadWrite|authenticatedRead)$/i.test(name))
    return { at: canned, role: /write/i.test(name) ? 'WRITER' : 'READER' };
  const entity = body.get('entity');
  if (entity && everybody.test(entity.text() ?? '')) return { at: entity, role: body.text('role') ?? '' };
  const listed = body
    .list('role_entity')
    .find((entry) => /^\w+:all(Authenticated)?Users$/.test(entry.text() ?? ''));
  return listed && { at: listed, role: listed.text()!.split(':')[0]! };
}

const everybody = /^all(Authenticated)?Users$/;

export default check({
  id: 'gcp/bucket-public',
  title: 'Bucket open to everybody',
  dimension: 'security',
  severity: 'high',
  why: 'Everything in this bucket, what is put there later too, is read by everybody who knows its name, and names are guessed. Serve public files from a bucket that holds nothing else; for the rest use signed URLs or grants to a group.',
  sameAs: [
    'checkov:CKV_GCP_28',
    'kics:terraform/gcp/cloud_storage_anonymous_or_publicly_accessible',
    'kics:terraform/gcp/cloud_storage_bucket_is_publicly_accessible',
    'kics:terraform/gcp/container_registry_repository_is_public',
    'regula:FG_R00420',
    'trivy:GCP-0001',
  ],
  controls: ['cis-gcp:5.1', 'pci-dss:1.3.1', 'soc2:CC6.1', 'gdpr:32(1)(b)'],
  sources: ['https://cloud.google.com/storage/docs/public-access-prevention'],
  visits: openings,
  judge({ resource, key, open }, graph) {
    const opening = open();
    if (!opening) return;
    const { at, role } = opening;
    const bucket = bucketOf(graph, resource);
    if (bucket?.body.text('public_access_prevention') === 'enforced') return;
    const reads = /(objectViewer|legacyObjectReader|READER)$/.test(role);
    const site = bucket !== undefined && reads && isWebsite(graph, bucket);
    return {
      message: `${resource.address} lets everybody${reads ? ' read' : ` use ${role || 'a role'} on`} ${bucket?.address ?? 'its bucket'}: ${site ? 'make sure that nothing but public files is put there.' : 'grant the role to a group or a service account, or serve public files from a bucket of their own.'}`,
      at,
      key,
      ...(!reads && !/legacyBucketReader$/.test(role) && { severity: 'critical' }),
      ...(site && { severity: 'low' }),
    };
  },
  examples: {
    bad: bucket('allUsers'),
    good: bucket('group:finance@acme.example'),
  },
});

function bucket(member: string): string {
  return `resource "google_storage_bucket" "reports" {
  name     = "acme-reports"
  location = "EU"
}

resource "google_storage_bucket_iam_member" "readers" {
  bucket = google_storage_bucket.reports.name
  role   = "roles/storage.objectViewer"
  member = "${member}"
}
`;
}
