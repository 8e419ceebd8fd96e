import { addonNamespaces } from '../../../addon-namespaces.ts';
import { type HostedDatabase, isArchived } from '../../../hosted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import type { Site } from '../../site.ts';
import { namespaced } from '../../workload/peers.ts';
import { podsOf } from '../labels.ts';
import { fromMetrics, fromUsers, hostedPolicy, tcp, toArchive, toKubernetes, toNames } from '../traffic.ts';

/** Where an instance tells its operator and the others how it is. Source: CloudNativePG, Networking. */
const statusPort = 8000;
const metricsPort = 9187;

/** Selects what Services of the operator do. Who gets through is up to whom they lead to. */
const services = { podSelector: { matchExpressions: [{ key: 'cnpg.io/cluster', operator: 'Exists' }] } };

/** Services that need it, its instances among each other, its operator, and Prometheus; out: names, Kubernetes, S3. */
export function postgresPolicyOf(one: HostedDatabase, site: Site): YamlMap {
  const own = [{ podSelector: { matchLabels: podsOf(one) } }];
  const operator = {
    ...namespaced(addonNamespaces.postgresOperator),
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'cloudnative-pg' } },
  };
  return hostedPolicy(
    one.name,
    podsOf(one),
    [
      ...fromUsers(one, site),
      why({ from: own, ports: tcp(one.port, statusPort) }, 'Standbys, which follow the primary.'),
      why(
        { from: [operator], ports: tcp(one.port, statusPort) },
        'The operator, which promotes one of them.',
      ),
      fromMetrics(metricsPort),
    ],
    [
      toNames,
      { to: own, ports: tcp(one.port, statusPort) },
      why(
        { to: [services], ports: tcp(one.port) },
        'Standbys call the primary by a Service of the operator, which EKS lets them do by its selector alone.',
      ),
      toKubernetes(site),
      ...(isArchived(one) ? toArchive : []),
    ],
  );
}
