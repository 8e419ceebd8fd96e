import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-static-credentials',
  title: 'GKE cluster with a password or a client certificate',
  dimension: 'security',
  severity: 'high',
  why: 'A basic password or a client certificate of the cluster lies in the state of Terraform, belongs to nobody, cannot be revoked without rotating the whole cluster, and knows no second factor. People sign in with their Google account, machines with a service account.',
  sameAs: [
    'checkov:CKV_GCP_13',
    'checkov:CKV_GCP_19',
    'kics:terraform/gcp/legacy_client_certificate_auth_enabled',
    'trivy:GCP-0064',
  ],
  controls: ['cis-gke:5.8.1', 'pci-dss:8.3.1', 'soc2:CC6.1'],
  sources: [
    'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#restrict_authn_methods',
  ],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    const issue = node.get('master_auth', 'client_certificate_config', 'issue_client_certificate');
    if (issue?.flag() === true)
      return {
        message: `${resource.address} issues a client certificate, which cannot be revoked and lies in the state: set issue_client_certificate to false.`,
        at: issue,
        key: 'certificate',
        fix: {
          safety: 'unsafe',
          summary: 'set issue_client_certificate to false (makes the cluster anew)',
          edits: [{ op: 'replace', node: issue, value: false }],
        },
      };
    const user = node.get('master_auth', 'username');
    if (!user || user.text() === '') return;
    return {
      message: `${resource.address} lets in whoever knows a password that belongs to nobody and lies in the state: take username and password out of master_auth.`,
      at: user,
      key: 'password',
    };
  },
  examples: {
    bad: cluster('true'),
    good: cluster('false'),
  },
});

function cluster(issue: string): string {
  return `resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west3"

  master_auth {
    client_certificate_config {
      issue_client_certificate = ${issue}
    }
  }
}
`;
}
