import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';
import { mergedMetrics } from '../mesh/istio/merged-metrics.ts';
import type { Site } from '../site.ts';
import { versionLabel } from './analysis.ts';

/** Collects what the pods of a service tell, each pod once, whichever Services it is behind. */
export function monitorsOf(service: Service, site: Site): YamlMap[] {
  const { name, namespace, metrics, strategy, protocol } = service;
  if (protocol === 'tcp') return [];
  const labels = selectorOf(service);
  const merged = site.architecture.platform.mesh === 'istio' ? mergedMetrics : undefined;
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name, namespace, labels },
      spec: {
        jobLabel: why(
          'app.kubernetes.io/name',
          'The label `job` of all its series is the name of the service.',
        ),
        selector: { matchLabels: labels },
        sampleLimit: why(20_000, 'A label with too many values harms this service only.'),
        podMetricsEndpoints: [
          {
            port: 'main',
            path: merged?.path ?? metrics,
            interval: '30s',
            scrapeTimeout: '10s',
            relabelings: [
              ...(strategy === 'rolling'
                ? []
                : [
                    {
                      sourceLabels: ['__meta_kubernetes_pod_label_rollouts_pod_template_hash'],
                      targetLabel: versionLabel,
                    },
                  ]),
              ...(merged?.relabelings ?? []),
            ],
          },
        ],
      },
    },
  ];
}
