import { grants as allGrants, isBroad } from '../../graph/gcp/grants.ts';
import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

const uses = /^roles\/cloudkms\.cryptoKey(EncrypterDecrypter|Encrypter|Decrypter)$/;

export default check({
  id: 'gcp/iam-key-duties-joined',
  title: 'One account that rules keys and uses them',
  dimension: 'security',
  severity: 'low',
  why: 'Whoever may both manage a key and decrypt with it can read the data and then destroy the key, and nobody else need agree. Let one group manage keys, and let the programs that hold the data use them.',
  sameAs: ['kics:terraform/gcp/kms_admin_and_crypto_key_roles_in_use', 'regula:FG_R00388'],
  controls: ['cis-gcp:1.11', 'pci-dss:3.7.6', 'soc2:CC6.3'],
  sources: ['https://cloud.google.com/kms/docs/separation-of-duties'],
  visits: allGrants,
  judge(grant, graph) {
    if (!isBroad(grant)) return;
    const { resource, node, key } = grant;
    const role = node.get('role');
    if (role?.text() !== 'roles/cloudkms.admin') return;
    const rulers = namesOf(node);
    const other = graph
      .select(allGrants)
      .filter((one) => isBroad(one) && one.resource.unit === resource.unit)
      .find(
        (one) =>
          uses.test(String(one.node.peek('role')?.content)) &&
          namesOf(one.node).some((name) => rulers.includes(name)),
      );
    if (!other) return;
    return {
      message: `${resource.address} lets an account manage keys that ${other.resource.address} lets it use: give the two to different accounts.`,
      at: role,
      key,
    };
  },
  examples: {
    bad: grants('group:keys@acme.example'),
    good: grants('serviceAccount:orders@acme-shop.iam.gserviceaccount.com'),
  },
});

function namesOf(node: Node): readonly string[] {
  const members = node.peek('members')?.content;
  const all = [node.peek('member'), ...(Array.isArray(members) ? (members as readonly Node[]) : [])];
  return all.flatMap((one) => {
    const content = one?.content;
    if (content instanceof Unknown) return content.references;
    return typeof content === 'string' ? [content] : [];
  });
}

function grants(member: string): string {
  return `resource "google_project_iam_member" "rule" {
  project = "acme-shop"
  role    = "roles/cloudkms.admin"
  member  = "group:keys@acme.example"
}

resource "google_project_iam_member" "use" {
  project = "acme-shop"
  role    = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member  = "${member}"
}
`;
}
