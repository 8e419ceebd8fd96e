import type { Here } from './here.ts';

/** A container that cases are told about: of the first service, or of an add-on where there is none. */
export function sampleContainer({ environment }: Here): {
  readonly namespace: string;
  readonly container: string;
} {
  const [first] = [...environment.services, ...environment.jobs];
  return first
    ? { namespace: first.namespace, container: first.name }
    : { namespace: 'kube-system', container: 'coredns' };
}

/** A series of one container. */
export function seriesOfContainer(
  metric: string,
  { namespace, container }: { readonly namespace: string; readonly container: string },
  more = '',
): string {
  return `${metric}{namespace="${namespace}", pod="${container}-a", container="${container}"${more}}`;
}
