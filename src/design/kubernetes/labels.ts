import type { Owner } from '../architecture.ts';
import type { Job, Service } from '../workload.ts';

/** Labels that find the pods of a workload; they never change. */
export function selectorOf({
  name,
  namespace,
}: Pick<Service | Job, 'name' | 'namespace'>): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': namespace };
}

/** Labels of what runs a workload, and of its pods: those that find them, and the name of this one instance. */
export function labelsOf(workload: Pick<Service | Job, 'name' | 'namespace'>): Record<string, string> {
  return { ...selectorOf(workload), 'app.kubernetes.io/instance': workload.name };
}

/** Who pays, as a label: tags take blanks and signs that labels do not. Source: Kubernetes, labels and selectors, syntax. */
export function payerOf({ costCentre }: Pick<Owner, 'costCentre'>): Record<string, string> {
  const value = costCentre
    .normalize('NFKD')
    .replaceAll(/[^\w.-]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return value === '' ? {} : { 'plinth.dev/cost-centre': value };
}
