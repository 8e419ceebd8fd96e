import type { Job, Service } from '../workload.ts';

/** Labels that find the pods of a workload; they never change. */
export function selectorOf({
  name,
  namespace,
}: Pick<Service | Job, 'name' | 'namespace'>): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': namespace };
}
