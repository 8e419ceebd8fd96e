import { resources } from '../../graph/selector.ts';
import type { Path } from '../../model/node.ts';
import { check } from '../check.ts';

/** Where each type names the account that it runs as. Source: Terraform Google provider. */
const places: Readonly<Record<string, Path>> = {
  google_cloud_run_service: ['template', 'spec', 'service_account_name'],
  google_cloud_run_v2_service: ['template', 'service_account'],
  google_cloud_run_v2_job: ['template', 'template', 'service_account'],
  google_cloudfunctions_function: ['service_account_email'],
  google_cloudfunctions2_function: ['service_config', 'service_account_email'],
  google_workflows_workflow: ['service_account'],
};

export default check({
  id: 'gcp/serverless-default-account',
  title: 'Service that runs as a default service account',
  dimension: 'security',
  severity: 'low',
  why: 'A service or function that names no account runs as the default one, which is an editor of the whole project unless somebody took that away, and shares it with everything else that names none. An account of its own needs the two or three roles that its code uses.',
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://cloud.google.com/run/docs/securing/service-identity'],
  visits: resources(...Object.keys(places)),
  judge({ resource, node }) {
    const path = places[resource.type]!;
    const account = node.get(...path);
    if (account && !/(-compute@developer|@appspot)\.gserviceaccount\.com$/.test(String(account.content)))
      return;
    return {
      message: `${resource.address} runs as the default service account of its project: name an account of its own in ${path.join('.')}.`,
      at: account ?? node,
    };
  },
  examples: {
    bad: service(''),
    good: service('    service_account = "shop@acme-shop.iam.gserviceaccount.com"\n\n'),
  },
});

function service(account: string): string {
  return `resource "google_cloud_run_v2_service" "shop" {
  name     = "shop"
  location = "europe-west3"

  template {
${account}    containers {
      image = "europe-docker.pkg.dev/acme/shop/api:1.4.2"
    }
  }
}
`;
}
