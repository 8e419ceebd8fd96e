import { grants, isEverybody, membersThat } from '../../graph/gcp/grants.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

interface Opening extends Subject {
  readonly key: string;
  readonly open: () => Node | undefined;
}

const openings: Selector<Opening> = {
  of: 'grants on BigQuery datasets',
  find: (graph) => [
    ...graph
      .select(grants)
      .filter(({ on }) => on === 'bigquery_dataset')
      .map((grant) => ({
        resource: grant.resource,
        node: grant.node,
        key: grant.key,
        open: () => membersThat(grant, isEverybody)[0],
      })),
    ...graph.ofType('google_bigquery_dataset').map((resource) => ({
      resource,
      node: resource.body,
      key: '',
      open: () => resource.body.list('access').map(openIn).find(Boolean),
    })),
    ...graph
      .ofType('google_bigquery_dataset_access')
      .map((resource) => ({ resource, node: resource.body, key: '', open: () => openIn(resource.body) })),
  ],
};

/** Whom an access may name. Source: Terraform google provider, google_bigquery_dataset. */
const parties = [
  'user_by_email',
  'group_by_email',
  'domain',
  'special_group',
  'iam_member',
  'view',
  'dataset',
  'routine',
];

function openIn(access: Node): Node | undefined {
  // read back into code, an access of allUsers is left with its role alone
  if (access.has('role') && !parties.some((party) => access.has(party))) return access.get('role');
  return [access.get('special_group'), access.get('iam_member')].find((who) =>
    /^all(Authenticated)?Users$/.test(who?.text() ?? ''),
  );
}

export default check({
  id: 'gcp/bigquery-public',
  title: 'BigQuery dataset open to everybody',
  dimension: 'security',
  severity: 'high',
  why: 'Everybody with any Google account may query, or change, all tables of this dataset, and public datasets are searched. allAuthenticatedUsers does not mean the people of your organization: grant to its groups or its domain.',
  sameAs: [
    'checkov:CKV_GCP_15',
    'kics:terraform/gcp/bigquery_dataset_is_public',
    'regula:FG_R00437',
    'trivy:GCP-0046',
  ],
  controls: ['cis-gcp:7.1', 'pci-dss:7.2.1', 'soc2:CC6.1', 'gdpr:32(1)(b)'],
  sources: ['https://cloud.google.com/bigquery/docs/control-access-to-resources-iam'],
  visits: openings,
  judge({ resource, key, open }) {
    const at = open();
    if (!at) return;
    const [, kind] = /^all(Authenticated)?Users$/.exec(at.text() ?? '') ?? [undefined, ''];
    return {
      message:
        kind === ''
          ? `${resource.address} lets nobody in particular into its dataset, which is how an access of allUsers is read back from Google: name a group or a domain.`
          : `${resource.address} lets ${kind ? 'everybody with a Google account' : 'everybody on the internet'} into its dataset: grant the role to a group or a domain.`,
      at,
      key,
    };
  },
  examples: {
    bad: 'resource "google_bigquery_dataset" "orders" {\n  dataset_id = "orders"\n\n  access {\n    role          = "READER"\n    special_group = "allAuthenticatedUsers"\n  }\n}\n',
    good: 'resource "google_bigquery_dataset" "orders" {\n  dataset_id = "orders"\n\n  access {\n    role           = "READER"\n    group_by_email = "analysts@acme.example"\n  }\n}\n',
  },
});
