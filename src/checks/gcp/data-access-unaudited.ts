import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const scopes = ['project', 'folder', 'organization'];

export default check({
  id: 'gcp/data-access-unaudited',
  title: 'Project in which nobody writes down who read what',
  dimension: 'observability',
  severity: 'low',
  why: 'Audit logs of Google Cloud tell who changed a setting, and not who read or wrote data, unless that is switched on: after an incident nobody can say what was taken. Switch DATA_READ and DATA_WRITE on, for the services that hold data at least.',
  sameAs: ['checkov:CKV2_GCP_5'],
  controls: ['cis-gcp:2.1', 'pci-dss:10.2.1', 'soc2:CC7.2', 'hipaa:164.312(b)'],
  sources: ['https://cloud.google.com/logging/docs/audit/configure-data-access'],
  visits: resources('google_project'),
  judge({ resource }, graph) {
    // the organization may say it for all of its projects, in this repository
    if (scopes.some((scope) => graph.ofType(`google_${scope}_iam_audit_config`).length > 0)) return;
    if (graph.ofType('data.google_iam_policy').some(({ body }) => body.peek('audit_config'))) return;
    const isHandedOn = graph.to(resource).some(({ from }) => from.type === 'module');
    if (isHandedOn) return;
    return {
      message: `Nothing in the repository switches data access logs on for ${resource.address}: add a google_project_iam_audit_config with DATA_READ and DATA_WRITE for the services that hold data.`,
    };
  },
  examples: {
    bad: project(''),
    good: project(
      '\nresource "google_project_iam_audit_config" "data" {\n  project = google_project.shop.project_id\n  service = "storage.googleapis.com"\n\n  audit_log_config {\n    log_type = "DATA_READ"\n  }\n}\n',
    ),
  },
});

function project(audit: string): string {
  return `resource "google_project" "shop" {
  name                = "shop"
  project_id          = "acme-shop"
  auto_create_network = false
}
${audit}`;
}
