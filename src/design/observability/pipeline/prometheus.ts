import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Here } from '../here.ts';
import { routingName } from '../paths.ts';

/** Values of the chart kube-prometheus-stack that rules and routing here rely on. */
export function prometheusValues({ architecture, environment }: Here): YamlMap {
  const everything = {
    ruleSelectorNilUsesHelmValues: false,
    serviceMonitorSelectorNilUsesHelmValues: false,
    podMonitorSelectorNilUsesHelmValues: false,
    probeSelectorNilUsesHelmValues: false,
  };
  return {
    defaultRules: why(
      { create: false },
      'The rules of this repository are all there are: each has a test and a runbook.',
    ),
    prometheus: {
      prometheusSpec: {
        ...everything,
        retention: why('32d', 'Objectives look back 30 days.'),
        retentionSize: '45GB',
        externalLabels: { environment: environment.name, system: architecture.name },
      },
    },
    alertmanager: { alertmanagerSpec: { alertmanagerConfiguration: { name: routingName } } },
    grafana: { sidecar: { dashboards: { enabled: true, label: 'grafana_dashboard', labelValue: '1' } } },
  };
}

/** Values of the chart prometheus-blackbox-exporter. */
export const blackboxValues: YamlMap = {
  config: {
    modules: {
      http_2xx: {
        prober: 'http',
        timeout: '5s',
        http: {
          valid_http_versions: ['HTTP/1.1', 'HTTP/2.0'],
          follow_redirects: true,
          fail_if_not_ssl: true,
          preferred_ip_protocol: 'ip4',
        },
      },
    },
  },
};
