import { type Hosted, hostedLabel } from '../../hosted.ts';
import { payerOf } from '../labels.ts';

/** Labels that find the pods of a hosted datastore, whoever makes them. */
export function podsOf({ name }: Pick<Hosted, 'name'>): Record<string, string> {
  return { [hostedLabel]: name };
}

/** Labels of what belongs to it. */
export function labelsOf({ name, owner }: Hosted): Record<string, string> {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/part-of': owner.name,
    ...payerOf(owner),
  };
}

/** Labels that find what leads connections to the primary of a cache. */
export function proxyPodsOf({ name }: Pick<Hosted, 'name'>): Record<string, string> {
  return { 'plinth.dev/datastore-proxy': name };
}

/** Labels that find the pods that services connect to. */
export function reachedPodsOf(one: { readonly name: string; readonly type: string }): Record<string, string> {
  return one.type === 'redis' ? proxyPodsOf(one) : podsOf(one);
}
