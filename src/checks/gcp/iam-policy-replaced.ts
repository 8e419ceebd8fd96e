import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/iam-policy-replaced',
  title: 'Policy that replaces all grants of a project',
  dimension: 'iac-quality',
  severity: 'high',
  why: 'This resource sets the whole policy: grants that were made elsewhere, those of Google’s own services too, are taken away with the next apply, and whoever applies may lock himself out. google_project_iam_member adds one grant and leaves the rest alone.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam',
  ],
  visits: resources(
    'google_project_iam_policy',
    'google_folder_iam_policy',
    'google_organization_iam_policy',
    'google_project_iam_member',
  ),
  judge({ resource, node }) {
    if (resource.type === 'google_project_iam_member') return;
    return {
      message: `${resource.address} replaces every grant there is, those of Google's own services too: grant with ${resource.type.replace(/_policy$/, '_member')} instead.`,
      at: node,
    };
  },
  examples: {
    bad: 'data "google_iam_policy" "shop" {\n  binding {\n    role    = "roles/run.developer"\n    members = ["group:developers@acme.example"]\n  }\n}\n\nresource "google_project_iam_policy" "shop" {\n  project     = "acme-shop"\n  policy_data = data.google_iam_policy.shop.policy_data\n}\n',
    good: 'resource "google_project_iam_member" "developers" {\n  project = "acme-shop"\n  role    = "roles/run.developer"\n  member  = "group:developers@acme.example"\n}\n',
  },
});
