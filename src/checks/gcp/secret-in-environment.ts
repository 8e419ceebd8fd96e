import { resources } from '../../graph/selector.ts';
import { describeSecret, secretIn } from '../../graph/terraform/written-secrets.ts';
import type { Node } from '../../model/node.ts';
import { writtenText } from '../../read/terraform/documents.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gcp/secret-in-environment',
  title: 'Secret in the environment of a service',
  dimension: 'security',
  severity: 'high',
  why: 'Environment variables of a function or a service are read by everybody who may view it, and stand in the repository and in the state. Name the secret in Secret Manager instead: Cloud Run and Cloud Functions read it as their service account.',
  controls: ['cis-gcp:1.17', 'pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/run/docs/configuring/services/secrets'],
  visits: resources(
    'google_cloud_run_service',
    'google_cloud_run_v2_service',
    'google_cloud_run_v2_job',
    'google_cloudfunctions_function',
    'google_cloudfunctions2_function',
  ),
  judge({ resource, node }): readonly Fault[] {
    return variablesOf(node).flatMap(([name, value]) => {
      const text = writtenText(value);
      const found = text === undefined ? undefined : secretIn(name, text);
      if (!found) return [];
      return [
        {
          message: `${resource.address} gets ${describeSecret(found)} in its environment, for everybody who may view it or read the repository: revoke it, and name a secret of Secret Manager instead.`,
          at: value,
          key: name,
          ...(found.certain && { severity: 'critical' as const }),
        },
      ];
    });
  },
  examples: {
    bad: 'resource "google_cloud_run_v2_service" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n\n  template {\n    containers {\n      image = "europe-docker.pkg.dev/acme/shop/api:1.4.2"\n\n      env {\n        name  = "DB_PASSWORD"\n        value = "hunter2-but-longer"\n      }\n    }\n  }\n}\n',
    good: 'resource "google_cloud_run_v2_service" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n\n  template {\n    containers {\n      image = "europe-docker.pkg.dev/acme/shop/api:1.4.2"\n\n      env {\n        name = "DB_PASSWORD"\n\n        value_source {\n          secret_key_ref {\n            secret  = "db-password"\n            version = "3"\n          }\n        }\n      }\n    }\n  }\n}\n',
  },
});

function variablesOf(node: Node): readonly (readonly [string, Node])[] {
  const containers = [
    ...node.list('template', 'containers'),
    ...node.list('template', 'template', 'containers'),
    ...node.list('template', 'spec', 'containers'),
  ];
  const listed = containers.flatMap((container) =>
    container.list('env').flatMap((variable) => {
      const name = variable.peek('name')?.content;
      const value = variable.peek('value');
      return typeof name === 'string' && value ? [[name, value] as const] : [];
    }),
  );
  const mapped = [['environment_variables'], ['service_config', 'environment_variables']].flatMap((path) =>
    node.entries(...path),
  );
  return [...listed, ...mapped];
}
