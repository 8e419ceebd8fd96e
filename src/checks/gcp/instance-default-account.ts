import { isClusterNode, machines } from '../../graph/gcp/machines.ts';
import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/instance-default-account',
  title: 'Machine that runs as the default service account',
  dimension: 'security',
  severity: 'medium',
  why: 'The default service account of Compute Engine is an editor of the whole project unless somebody took that away, and a program on the machine gets its tokens from the metadata server. Make an account for the workload, with the roles that it needs.',
  sameAs: [
    'checkov:CKV_GCP_30',
    'checkov:CKV_GCP_31',
    'kics:terraform/gcp/using_default_service_account',
    'kics:terraform/gcp/vm_with_full_cloud_access',
    'regula:FG_R00411',
    'regula:FG_R00412',
    'trivy:GCP-0044',
  ],
  controls: ['cis-gcp:4.1', 'cis-gcp:4.2', 'pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://cloud.google.com/compute/docs/access/service-accounts#default_service_account'],
  visits: machines,
  judge({ resource, node }) {
    // without the block Terraform attaches no account at all
    const account = node.get('service_account');
    if (!account || isClusterNode(resource)) return;
    const email = account.get('email');
    if (email && !isDefault(email)) return;
    const isFull = account
      .list('scopes')
      .some((scope) => /(^|\/)(cloud-platform|cloud-full)$/.test(scope.text() ?? ''));
    return {
      message: `${resource.address} runs as the default service account of Compute Engine${isFull ? ' with full access to every API' : ''}: name an account of its own in service_account.email.`,
      at: email ?? account,
      ...(isFull && { severity: 'high' }),
    };
  },
  examples: {
    bad: machine(''),
    good: machine('    email  = "worker@acme-shop.iam.gserviceaccount.com"\n'),
  },
});

function isDefault({ content }: Node): boolean {
  if (content instanceof Unknown)
    return content.references.some((address) => /google_compute_default_service_account\./.test(address));
  return /^(default|)$|@developer\.gserviceaccount\.com$/.test(String(content));
}

function machine(email: string): string {
  return `resource "google_compute_instance" "worker" {
  name         = "worker"
  machine_type = "e2-medium"

  service_account {
${email}    scopes = ["cloud-platform"]
  }
}
`;
}
