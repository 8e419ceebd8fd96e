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
