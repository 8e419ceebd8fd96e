import { FileSet, type Files } from '../../target.ts';
import { type YamlMap, yaml } from '../../yaml/yaml.ts';
import type { Here } from '../here.ts';
import { type Chart, charts, valuesPath } from '../paths.ts';
import { cloudwatchValues } from '../pipeline/cloudwatch.ts';
import { logValues } from '../pipeline/logs.ts';
import { blackboxValues, prometheusValues } from '../pipeline/prometheus.ts';
import { traceValues } from '../pipeline/traces.ts';

/** Values of the charts that collect: what of them belongs to this platform; the rest GitOps adds. */
export function chartValues(here: Here): Files {
  const values: Record<Chart, YamlMap> = {
    'kube-prometheus-stack': prometheusValues(here),
    'prometheus-blackbox-exporter': blackboxValues(here),
    'prometheus-yet-another-cloudwatch-exporter': cloudwatchValues(here),
    'fluent-bit': logValues(here),
    'opentelemetry-collector': traceValues(here),
  };
  const files = new FileSet();
  for (const chart of charts) files.add(valuesPath(here.environment, chart), yaml(values[chart]));
  return files.files;
}
