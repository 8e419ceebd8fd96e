import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Environment } from '../../environment.ts';
import { restrictedContainer, restrictedPod } from '../../restricted.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import type { AddonName } from '../charts.ts';
import { critical } from '../placement.ts';

/** Namespace of everything that watches. */
export const monitoringNamespace = addonNamespaces.metrics;

/** Values that the observability part keeps, by the agreement in src/design/observability/paths.ts. */
const keptIn =
  (chart: AddonName) =>
  ({ name }: Environment) =>
    `observability/${name}/values/${chart}.yaml`;

const crds: Addon = {
  name: 'prometheus-operator-crds',
  namespace: monitoringNamespace,
  does: 'Kinds of objects that say what is watched: before everything that says so of itself.',
  after: [],
  values: { crds: { annotations: {} } },
};

function watcher(name: AddonName, does: string, after: readonly AddonName[], values: YamlMap = {}): Addon {
  return { name, namespace: monitoringNamespace, does, after, values, valuesKeptIn: keptIn(name) };
}

/** What has no need of its node; the namespace lets it do more for the sake of others. */
const confined = (user: number): YamlMap => ({
  podSecurityContext: restrictedPod(user),
  securityContext: restrictedContainer,
});
/** One on every node. */
const onNodes = { priorityClassName: 'system-node-critical' } as const;

/** What collects metrics, logs and traces. */
export const watchingAddons: readonly Addon[] = [
  crds,
  {
    ...watcher('kube-prometheus-stack', 'Collects metrics, judges rules, sends alerts, shows dashboards.', [
      'prometheus-operator-crds',
      'external-secrets',
    ]),
    webhookPorts: [10_250],
    values: {
      crds: { enabled: false },
      // where nodes are full is when people look: no workload takes the place of what watches
      prometheus: { prometheusSpec: critical },
      alertmanager: { alertmanagerSpec: critical },
      prometheusOperator: critical,
      'kube-state-metrics': critical,
      'prometheus-node-exporter': onNodes,
    },
    level: { pods: 'privileged', why: 'What watches nodes reads their files and their network.' },
  },
  watcher(
    'prometheus-blackbox-exporter',
    'Asks public hosts as people do.',
    ['prometheus-operator-crds'],
    confined(1000),
  ),
  watcher(
    'prometheus-yet-another-cloudwatch-exporter',
    'Brings metrics of AWS to those of the cluster.',
    ['prometheus-operator-crds'],
    confined(65534),
  ),
  watcher('fluent-bit', 'Sends logs of all containers to CloudWatch.', ['prometheus-operator-crds'], onNodes),
  watcher(
    'opentelemetry-collector',
    'Takes traces of services and passes them on.',
    ['prometheus-operator-crds'],
    confined(10001),
  ),
];
