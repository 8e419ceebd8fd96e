import { addonNamespaces } from '../addon-namespaces.ts';
import type { Hosted } from '../hosted.ts';

/** The matcher that finds a hosted datastore among the series of its own exporters. */
export function hostedMatcher({ name }: Hosted): string {
  return `datastore="${name}"`;
}

/** Labels of the series of its first pod, for cases. */
export function hostedPod(one: Hosted): string {
  return `${hostedMatcher(one)}, pod="${one.name}-1"`;
}

/** The matcher that finds its main containers. */
export function hostedContainers({ name, type }: Hosted): string {
  const container = type === 'redis' ? 'valkey' : 'postgres';
  return `namespace="${addonNamespaces.data}", container="${container}", pod=~"${name}-[0-9]+"`;
}

/** The matcher that finds its volumes. */
export function hostedVolumes({ name, type }: Hosted): string {
  const prefix = type === 'redis' ? 'data-' : '';
  return `namespace="${addonNamespaces.data}", persistentvolumeclaim=~"${prefix}${name}-[0-9]+"`;
}

/** A matcher of many as the labels of one. */
export function asLabels(matcher: string): string {
  return matcher.replace('=~', '=').replace('[0-9]+', '1');
}

/** The labels of its first volume, for cases. */
export function hostedVolume(one: Hosted): string {
  return asLabels(hostedVolumes(one));
}
