import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import impersonation from './iam-impersonation.ts';
import check from './iam-service-account-admin.ts';

const grant = (role: string) => `resource "google_project_iam_member" "ci" {
  project = "acme-shop"
  role    = "${role}"
  member  = "serviceAccount:ci@acme-shop.iam.gserviceaccount.com"
}
`;

it.each(['roles/iam.serviceAccountAdmin', 'roles/iam.securityAdmin', 'roles/dns.admin'])(
  'leaves %s to one finding',
  async (role) => {
    const found = [await judgementOf(check, grant(role)), await judgementOf(impersonation, grant(role))];
    expect(found.flat()).toHaveLength(1);
  },
);
