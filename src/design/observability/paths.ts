import { addonNamespaces } from '../addon-namespaces.ts';
import type { Environment } from '../environment.ts';
import { secretsPath } from '../names.ts';

/** Where everything that watches runs, in every cluster. */
export const monitoringNamespace = addonNamespaces.metrics;

/** The AlertmanagerConfig that Alertmanager takes as its global one (`alertmanagerConfiguration.name`). */
export const routingName = 'routing';

/** The Secret with the keys of receivers, in the namespace of monitoring. */
export const receiversSecret = 'alert-receivers';

/** The Secret with the first user of Grafana, in the namespace of monitoring. */
export const grafanaSecret = 'grafana-admin';

/** Charts that need settings of this platform, each with the file of its values for an environment. */
export type Chart =
  | 'kube-prometheus-stack'
  | 'prometheus-blackbox-exporter'
  | 'prometheus-yet-another-cloudwatch-exporter'
  | 'fluent-bit'
  | 'opentelemetry-collector';

export const charts: readonly Chart[] = [
  'kube-prometheus-stack',
  'prometheus-blackbox-exporter',
  'prometheus-yet-another-cloudwatch-exporter',
  'fluent-bit',
  'opentelemetry-collector',
];

type Named = Pick<Environment, 'name'>;

/** A folder with a kustomization: rules, routing, probes and dashboards, to be applied as it is. */
export function installedFolder({ name }: Named): string {
  return `observability/${name}`;
}

/** The values of a chart, which is released in the namespace of monitoring under its own name. */
export function valuesPath({ name }: Named, chart: Chart): string {
  return `observability/${name}/values/${chart}.yaml`;
}

/** A group of rules as Prometheus and promtool read it. */
export function rulesPath({ name }: Named, group: string): string {
  return `observability/${name}/rules/${group}.yaml`;
}

/** What `promtool test rules` reads. */
export function testPath({ name }: Named, group: string): string {
  return `observability/${name}/tests/${group}.yaml`;
}

/** The same dashboards for every environment, with a kustomization of their own. */
export const dashboardsFolder = 'observability/dashboards';

/** One page for each kind of trouble. */
export const runbooksFolder = 'docs/runbooks';

/** @param runbook `queue-too-old` */
export function runbookPath(runbook: string): string {
  return `${runbooksFolder}/${runbook}.md`;
}

/** Name in AWS Secrets Manager of what receivers of alerts are called with; a person fills it in. */
export function receiversRemoteName(environment: Pick<Environment, 'name' | 'system' | 'standsFor'>): string {
  return `${secretsPath(environment)}/alert-receivers`;
}

/** The log group of CloudWatch that a namespace's containers write into. */
export function logGroupOf(
  { name, system }: Pick<Environment, 'name' | 'system'>,
  namespace: string,
): string {
  return `/${name}/${system}/${namespace}`;
}
