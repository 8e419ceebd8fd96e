import { resources } from '../../graph/selector.ts';
import { isSecretDefault } from '../../graph/terraform/secret-defaults.ts';
import type { Path } from '../../model/node.ts';
import { isFilledInLater, isForTests, isHarmlessValue } from '../../syntax/secret.ts';
import { check, type Fault } from '../check.ts';

/** Arguments that hold a secret. Source: Terraform Google provider, arguments that are marked sensitive. */
const places: Readonly<Record<string, readonly Path[]>> = {
  google_sql_user: [['password'], ['password_wo']],
  google_sql_database_instance: [['root_password']],
  google_alloydb_user: [['password']],
  google_alloydb_cluster: [['initial_user', 'password']],
  google_secret_manager_secret_version: [['secret_data'], ['secret_data_wo']],
  google_compute_vpn_tunnel: [['shared_secret']],
  google_monitoring_notification_channel: [
    ['sensitive_labels', 'auth_token'],
    ['sensitive_labels', 'password'],
    ['sensitive_labels', 'service_key'],
  ],
};

export default check({
  id: 'gcp/password-written',
  title: 'Password written into the code',
  dimension: 'security',
  severity: 'high',
  why: 'Everybody who may read the repository, now or in its history, may use it, and it cannot be changed without a change of the code. Make it with a random_password, or read it from Secret Manager; write-only arguments also keep it out of the state.',
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/secret-manager/docs/best-practices'],
  visits: resources(...Object.keys(places)),
  judge({ resource, node }, graph): readonly Fault[] {
    return places[resource.type]!.flatMap((path) => {
      const secret = node.peek(...path);
      const text = secret?.content;
      if (!secret || typeof text !== 'string' || text === '') return [];
      if (
        isHarmlessValue(text) ||
        isFilledInLater(text) ||
        isForTests(text) ||
        isSecretDefault(graph, secret)
      )
        return [];
      // documents are secrets as often as not
      if (resource.type === 'google_secret_manager_secret_version' && /^\s*[{[<]/.test(text)) return [];
      return [
        {
          message: `${resource.address} has its ${path.at(-1)} in the code, for everybody who reads the repository: change it, and read it from Secret Manager or make it with a random_password.`,
          at: secret,
          key: path.join('.'),
        },
      ];
    });
  },
  examples: {
    bad: 'resource "google_sql_user" "shop" {\n  name     = "shop"\n  instance = "orders"\n  password = "hunter2-but-longer"\n}\n',
    good: 'resource "random_password" "shop" {\n  length = 32\n}\n\nresource "google_sql_user" "shop" {\n  name     = "shop"\n  instance = "orders"\n  password = random_password.shop.result\n}\n\nresource "google_sql_user" "iam" {\n  name     = "orders@acme-shop.iam"\n  instance = "orders"\n  type     = "CLOUD_IAM_SERVICE_ACCOUNT"\n}\n',
  },
});
