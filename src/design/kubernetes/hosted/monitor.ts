import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Hosted } from '../../hosted.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { labelsOf, podsOf } from './labels.ts';

/** Collects what pods of a hosted datastore tell, under its name. */
export function hostedMonitorOf(
  one: Hosted,
  name = one.name,
  pods: Record<string, string> = podsOf(one),
): YamlMap {
  const [label] = Object.keys(pods);
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name, namespace: addonNamespaces.data, labels: labelsOf(one) },
    spec: {
      selector: { matchLabels: pods },
      podMetricsEndpoints: [
        {
          port: 'metrics',
          interval: '30s',
          scrapeTimeout: '10s',
          relabelings: why(
            [
              {
                sourceLabels: [`__meta_kubernetes_pod_label_${label!.replaceAll(/[^a-z]/g, '_')}`],
                targetLabel: 'datastore',
              },
            ],
            'Rules find it by its name, whoever made the pods.',
          ),
        },
      ],
    },
  };
}
