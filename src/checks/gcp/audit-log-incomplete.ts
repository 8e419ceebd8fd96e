import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const kinds = ['DATA_READ', 'DATA_WRITE'] as const;

export default check({
  id: 'gcp/audit-log-incomplete',
  title: 'Audit configuration with gaps',
  dimension: 'observability',
  severity: 'medium',
  why: 'Who read or changed data is only written down where data access logs are on, and members that are exempted leave no trace at all. What is not logged cannot be told after an incident, and laws ask for it.',
  sameAs: [
    'checkov:CKV2_GCP_5',
    'kics:terraform/gcp/iam_audit_not_properly_configured',
    'regula:FG_R00389',
    'regula:FG_R00391',
    'trivy:GCP-0079',
  ],
  controls: ['cis-gcp:2.1', 'pci-dss:10.2.1', 'soc2:CC7.2', 'hipaa:164.312(b)'],
  sources: ['https://cloud.google.com/logging/docs/audit/configure-data-access'],
  visits: resources(
    'google_project_iam_audit_config',
    'google_folder_iam_audit_config',
    'google_organization_iam_audit_config',
  ),
  judge({ resource, node }) {
    const configs = node.list('audit_log_config');
    const exempted = configs.map((config) => config.get('exempted_members')).find(Boolean);
    if (exempted && exempted.list().length > 0)
      return {
        message: `${resource.address} leaves out what the members that it exempts do: take exempted_members out.`,
        at: exempted,
        key: 'exempted',
      };
    // for one service, what is worth its cost is decided one by one
    if (node.text('service') !== 'allServices') return;
    const types = configs.map((config) => config.text('log_type'));
    const missing = kinds.filter((kind) => !types.includes(kind));
    if (missing.length === 0) return;
    return {
      message: `${resource.address} audits all services without ${missing.join(' and ')}: add an audit_log_config for ${missing.length === 1 ? 'it' : 'each'}.`,
      key: 'types',
    };
  },
  examples: {
    bad: config(''),
    good: config('\n  audit_log_config {\n    log_type = "DATA_WRITE"\n  }\n'),
  },
});

function config(more: string): string {
  return `resource "google_project_iam_audit_config" "all" {
  project = "acme-shop"
  service = "allServices"

  audit_log_config {
    log_type = "DATA_READ"
  }
${more}}
`;
}
