import { FileSet, type Files } from '../../target.ts';
import { type YamlMap, yaml, yamlStream } from '../../yaml/yaml.ts';
import type { Alert } from '../alert.ts';
import { type RuleFile, ruleFiles } from '../groups.ts';
import type { Here } from '../here.ts';
import { installedFolder, monitoringNamespace, rulesPath } from '../paths.ts';
import { annotationsTold, labelsTold } from '../told.ts';

/** Rules for promtool, and the same ones for the operator of Prometheus. */
export function ruleManifests(here: Here): Files {
  const { environment } = here;
  const files = new FileSet();
  const all = ruleFiles(here).map((file) => ({ name: file.name, groups: groupsOf(file, here) }));
  for (const { name, groups } of all) files.add(rulesPath(environment, name), yaml({ groups }));
  const manifests = all.map(({ name, groups }) => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: {
      name: `${environment.system}-${name}`,
      namespace: monitoringNamespace,
      labels: { 'app.kubernetes.io/part-of': environment.system },
    },
    spec: { groups },
  }));
  return files.add(
    `${installedFolder(environment)}/rules.yaml`,
    yamlStream(
      manifests,
      `The rules of ${installedFolder(environment)}/rules/, for the operator of Prometheus.`,
    ),
  ).files;
}

function groupsOf({ name, recorded, alerts }: RuleFile, here: Here): YamlMap[] {
  return [
    ...recorded.map(([group, interval, records]) => ({
      name: group,
      interval,
      rules: records.map(({ record, expr, labels }) => ({ record, expr, labels })),
    })),
    ...(alerts.length === 0
      ? []
      : [{ name, interval: '1m', rules: alerts.flatMap((alert) => rulesOf(alert, here)) }]),
  ];
}

function rulesOf(alert: Alert, here: Here): YamlMap[] {
  return alert.rules(here).map((rule) => ({
    alert: alert.name,
    expr: rule.expr,
    for: rule.for,
    labels: labelsTold(alert, rule, here),
    annotations: annotationsTold(alert, rule, here),
  }));
}
