import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-user-without-password',
  title: 'Database user without a password',
  dimension: 'security',
  severity: 'medium',
  why: 'A built-in user of Cloud SQL that is made without a password is let in by its name from every host that may connect. Give it a password from Secret Manager, or use IAM authentication, which needs none.',
  sameAs: ['checkov:CKV2_GCP_7'],
  controls: ['cis-gcp:6.1.1', 'pci-dss:8.3.1', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/sql/docs/mysql/create-manage-users'],
  visits: resources('google_sql_user'),
  judge({ resource, node }) {
    const type = node.text('type') ?? 'BUILT_IN';
    if (type !== 'BUILT_IN' || node.has('password') || node.has('password_wo')) return;
    return {
      message: `${resource.address} has no password, so that its name is enough: set password_wo from a secret, or make it an IAM user.`,
    };
  },
  examples: {
    bad: 'resource "google_sql_user" "shop" {\n  name     = "shop"\n  instance = "orders"\n}\n',
    good: 'resource "google_sql_user" "shop" {\n  name     = "shop@acme-shop.iam"\n  instance = "orders"\n  type     = "CLOUD_IAM_SERVICE_ACCOUNT"\n}\n',
  },
});
