import type { HostedCache } from '../../../hosted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import type { Site } from '../../site.ts';
import { podsOf, proxyPodsOf } from '../labels.ts';
import { fromMetrics, fromUsers, hostedPolicy, tcp, toNames } from '../traffic.ts';
import { proxyMetricsPort, sentinelPort } from './settings.ts';
import { exporterPort } from './store.ts';

/** Services reach what leads to the primary, and that alone reaches the pods, which reach each other. */
export function cachePoliciesOf(one: HostedCache, site: Site): YamlMap[] {
  const { name, port } = one;
  const pods = [{ podSelector: { matchLabels: podsOf(one) } }];
  const proxies = [{ podSelector: { matchLabels: proxyPodsOf(one) } }];
  return [
    hostedPolicy(
      name,
      podsOf(one),
      [
        { from: proxies, ports: tcp(port) },
        why({ from: pods, ports: tcp(port, sentinelPort) }, 'Replicas, and who agrees on the primary.'),
        fromMetrics(exporterPort),
      ],
      [toNames, { to: pods, ports: tcp(port, sentinelPort) }],
    ),
    hostedPolicy(
      `${name}-proxy`,
      proxyPodsOf(one),
      [...fromUsers(one, site), fromMetrics(proxyMetricsPort)],
      [toNames, { to: pods, ports: tcp(port) }],
    ),
  ];
}
