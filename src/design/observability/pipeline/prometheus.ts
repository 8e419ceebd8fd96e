import { whereNightsAreOff } from '../../system-nodes.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Here } from '../here.ts';
import { grafanaSecret, routingName } from '../paths.ts';
import { fluxState } from './flux-state.ts';

/** Memory is limited to what is requested; processors are not. */
export const memory = (cpu: string, limit: string): YamlMap => ({
  requests: { cpu, memory: limit },
  limits: { memory: limit },
});

const volume = (storage: string): YamlMap => ({
  volumeClaimTemplate: {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
  },
});

/** Values of the chart kube-prometheus-stack that rules and routing here rely on. */
export function prometheusValues({ architecture, environment }: Here): YamlMap {
  const everything = {
    ruleSelectorNilUsesHelmValues: false,
    serviceMonitorSelectorNilUsesHelmValues: false,
    podMonitorSelectorNilUsesHelmValues: false,
    probeSelectorNilUsesHelmValues: false,
  };
  const replicas = environment.production ? 2 : 1;
  const gigabytes = environment.production ? 100 : 30;
  const place = whereNightsAreOff(environment);
  return {
    defaultRules: why(
      { create: false },
      'The rules of this repository are all there are: each has a test and a runbook.',
    ),
    prometheus: {
      prometheusSpec: {
        ...everything,
        ...place,
        replicas,
        podAntiAffinity: 'hard',
        retention: why('32d', 'Objectives look back 30 days.'),
        retentionSize: `${Math.round(gigabytes * 0.9)}GB`,
        externalLabels: { environment: environment.name, system: architecture.name },
        storageSpec: volume(`${gigabytes}Gi`),
        resources: memory('500m', environment.production ? '4Gi' : '2Gi'),
      },
    },
    alertmanager: {
      alertmanagerSpec: {
        ...place,
        replicas,
        podAntiAffinity: 'hard',
        alertmanagerConfiguration: { name: routingName },
        storage: volume('2Gi'),
        resources: memory('50m', '128Mi'),
      },
    },
    grafana: {
      ...place,
      admin: { existingSecret: grafanaSecret, userKey: 'user', passwordKey: 'password' },
      sidecar: {
        dashboards: { enabled: true, label: 'grafana_dashboard', labelValue: '1' },
        resources: memory('50m', '192Mi'),
      },
      defaultDashboardsEnabled: false,
      resources: memory('100m', '256Mi'),
    },
    prometheusOperator: {
      ...place,
      ...(Object.keys(place).length > 0 && { admissionWebhooks: { patch: place } }),
      resources: memory('100m', '192Mi'),
    },
    'kube-state-metrics': {
      ...place,
      resources: memory('50m', '192Mi'),
      metricLabelsAllowlist: ['pods=[app.kubernetes.io/name]'],
      ...(architecture.delivery.gitops === 'flux' && fluxState),
    },
    'prometheus-node-exporter': { resources: memory('50m', '64Mi') },
    ...unreachable,
  };
}

/** Parts of the control plane that EKS runs out of sight: to look for them would only raise alerts. */
const unreachable: YamlMap = {
  kubeControllerManager: { enabled: false },
  kubeScheduler: { enabled: false },
  kubeEtcd: { enabled: false },
  kubeProxy: { enabled: false },
};

/** Values of the chart prometheus-blackbox-exporter. */
export const blackboxValues = ({ environment }: Here): YamlMap => ({
  ...whereNightsAreOff(environment),
  resources: memory('50m', '64Mi'),
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
});
