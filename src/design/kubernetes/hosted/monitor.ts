import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Hosted } from '../../hosted.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { labelsOf, podsOf } from './labels.ts';

/** Collects what the pods of a hosted datastore tell, under its name. @param port its name in the pods */
export function hostedMonitorOf(one: Hosted, port: string): YamlMap {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: one.name, namespace: addonNamespaces.data, labels: labelsOf(one) },
    spec: {
      selector: { matchLabels: podsOf(one) },
      podMetricsEndpoints: [
        {
          port,
          interval: '30s',
          scrapeTimeout: '10s',
          relabelings: why(
            [
              {
                sourceLabels: ['__meta_kubernetes_pod_label_plinth_dev_datastore'],
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
