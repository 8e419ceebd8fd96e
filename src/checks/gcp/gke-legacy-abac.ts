import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-legacy-abac',
  title: 'GKE cluster with legacy authorization',
  dimension: 'security',
  severity: 'high',
  why: 'Legacy authorization gives every authenticated client, each pod with its service account token among them, all rights in the cluster, whatever the RBAC roles say. RBAC alone is what GKE has used since version 1.8.',
  sameAs: ['checkov:CKV_GCP_7', 'kics:terraform/gcp/gke_legacy_authorization_enabled', 'trivy:GCP-0062'],
  controls: ['cis-gke:5.8.3', 'pci-dss:7.2.1', 'soc2:CC6.3'],
  sources: [
    'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#leave_abac_disabled',
  ],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    const abac = node.get('enable_legacy_abac');
    if (abac?.flag() !== true) return;
    return {
      message: `${resource.address} grants every client that signs in all rights, past its RBAC roles: set enable_legacy_abac to false.`,
      at: abac,
      fix: {
        safety: 'unsafe',
        summary: 'set enable_legacy_abac to false (what relied on it needs RBAC roles)',
        edits: [{ op: 'replace', node: abac, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name               = "shop"\n  location           = "europe-west3"\n  enable_legacy_abac = true\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name               = "shop"\n  location           = "europe-west3"\n  enable_legacy_abac = false\n}\n',
  },
});
