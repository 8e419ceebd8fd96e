import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import type { YamlMap } from '../yaml/yaml.ts';
import { fileUrl } from './repository.ts';

/** Alerts about delivery itself, and for Flux the messages that it sends. */
export function driftAlerts(architecture: Architecture, environment: Environment): YamlMap[] {
  return architecture.delivery.gitops === 'flux'
    ? [
        rules(architecture, 'flux-system', fluxRules(architecture)),
        ...fluxMessages(architecture, environment),
      ]
    : [rules(architecture, 'argocd', argoRules(architecture))];
}

function rules({ owner }: Architecture, namespace: string, list: readonly YamlMap[]): YamlMap {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'delivery', namespace, labels: { 'plinth.dev/owner': owner.name } },
    spec: { groups: [{ name: 'delivery', rules: [...list] }] },
  };
}

interface AlertParts {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly severity: 'page' | 'ticket';
  readonly summary: string;
  readonly section: string;
}

function alert(architecture: Architecture, parts: AlertParts): YamlMap {
  return {
    alert: parts.alert,
    expr: parts.expr,
    for: parts.for,
    labels: { severity: parts.severity, owner: architecture.owner.name },
    annotations: {
      summary: parts.summary,
      runbook_url: `${fileUrl(architecture, 'gitops/README.md')}#${parts.section}`,
    },
  };
}

function argoRules(architecture: Architecture): YamlMap[] {
  return [
    alert(architecture, {
      alert: 'DeliveryDiffersFromGit',
      expr: 'max by (name, project) (argocd_app_info{sync_status="OutOfSync"}) == 1',
      for: '4h',
      severity: 'ticket',
      summary: '{{ $labels.name }} is not what Git says: changed by hand, or waiting for an approval',
      section: 'something-differs-from-git',
    }),
    alert(architecture, {
      alert: 'DeliveryFails',
      expr: 'sum by (name, project) (increase(argocd_app_sync_total{phase=~"Error|Failed"}[30m])) > 2',
      for: '5m',
      severity: 'ticket',
      summary: 'Syncs of {{ $labels.name }} fail again and again',
      section: 'a-sync-fails',
    }),
    alert(architecture, {
      alert: 'DeliveryStands',
      expr: 'absent(argocd_app_info)',
      for: '15m',
      severity: 'ticket',
      summary: 'Argo CD tells nothing: no change reaches the cluster',
      section: 'nothing-is-delivered',
    }),
  ];
}

function fluxRules(architecture: Architecture): YamlMap[] {
  const errors = 'controller_runtime_reconcile_errors_total{namespace="flux-system"}';
  return [
    alert(architecture, {
      alert: 'DeliveryFails',
      expr: `sum by (controller) (increase(${errors}[30m])) > 5`,
      for: '15m',
      severity: 'ticket',
      summary: 'Flux cannot make what Git says: {{ $labels.controller }} fails again and again',
      section: 'a-sync-fails',
    }),
    alert(architecture, {
      alert: 'DeliveryStands',
      expr: `absent(${errors})`,
      for: '15m',
      severity: 'ticket',
      summary: 'Flux tells nothing: no change reaches the cluster',
      section: 'nothing-is-delivered',
    }),
  ];
}

function fluxMessages({ owner }: Architecture, environment: Environment): YamlMap[] {
  return [
    {
      apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
      kind: 'Provider',
      metadata: { name: 'chat', namespace: 'flux-system' },
      spec: { type: 'slack', channel: owner.channel.replace(/^#/, ''), secretRef: { name: 'chat' } },
    },
    {
      apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
      kind: 'Alert',
      metadata: { name: 'delivery', namespace: 'flux-system' },
      spec: {
        providerRef: { name: 'chat' },
        eventMetadata: { summary: `delivery to ${environment.name}` },
        // what could not be applied, and what was corrected because somebody changed it by hand
        eventSeverity: 'error',
        eventSources: ['GitRepository', 'Kustomization', 'HelmRelease', 'HelmRepository'].map((kind) => ({
          kind,
          name: '*',
        })),
      },
    },
  ];
}
