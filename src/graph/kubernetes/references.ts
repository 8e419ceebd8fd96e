import type { Node } from '../../model/node.ts';
import type { RelationKind } from '../../model/relation.ts';
import { itemsAt, textAt } from '../look.ts';
import { containersOf, type Pod } from './pods.ts';
import { claimTemplateNames } from './volumes.ts';

/** A name in a pod specification that means another object of the same namespace. */
export interface PodReference {
  readonly relation: RelationKind;
  /** `ConfigMap`, `Secret`, `PersistentVolumeClaim`, `ServiceAccount`, `PriorityClass` */
  readonly type: string;
  readonly name: string;
  readonly at: Node;
  /** the pod starts without it */
  readonly optional: boolean;
  /** the key that is wanted of a ConfigMap or Secret */
  readonly key?: string;
}

/** Everything that a pod names: volumes, environment, service account, priority class, pull secrets. */
export function referencesOf(pod: Pod): readonly PodReference[] {
  const found: PodReference[] = [];
  const add = (
    relation: RelationKind,
    type: string,
    holder: Node | undefined,
    field: string,
    optional = false,
    key?: string,
  ) => {
    const at = holder?.peek(field);
    if (at === undefined || typeof at.content !== 'string' || at.content === '') return;
    const mayMiss = optional || holder?.peek('optional')?.content === true;
    found.push({
      relation,
      type,
      name: at.content,
      at,
      optional: mayMiss,
      ...(key === undefined ? {} : { key }),
    });
  };
  const { node } = pod;
  // the old name of the field still counts
  const account = node.peek('serviceAccountName') ? 'serviceAccountName' : 'serviceAccount';
  add('runs-as', 'ServiceAccount', node, account);
  add('uses', 'PriorityClass', node, 'priorityClassName');
  for (const secret of itemsAt(node, 'imagePullSecrets')) add('reads', 'Secret', secret, 'name', true);
  const templates = claimTemplateNames(pod);
  for (const volume of itemsAt(node, 'volumes')) {
    // a StatefulSet puts the claim that it makes in place of a volume of that name
    if (templates.includes(textAt(volume, 'name'))) continue;
    add('mounts', 'ConfigMap', volume.peek('configMap'), 'name');
    add('mounts', 'Secret', volume.peek('secret'), 'secretName');
    add('mounts', 'PersistentVolumeClaim', volume.peek('persistentVolumeClaim'), 'claimName');
    for (const source of itemsAt(volume, 'projected', 'sources')) {
      add('mounts', 'ConfigMap', source.peek('configMap'), 'name');
      add('mounts', 'Secret', source.peek('secret'), 'name');
    }
  }
  for (const container of containersOf(pod)) {
    for (const source of itemsAt(container.node, 'envFrom')) {
      add('reads', 'ConfigMap', source.peek('configMapRef'), 'name');
      add('reads', 'Secret', source.peek('secretRef'), 'name');
    }
    for (const variable of itemsAt(container.node, 'env')) {
      const from = variable.peek('valueFrom');
      if (!from) continue;
      add(
        'reads',
        'ConfigMap',
        from.peek('configMapKeyRef'),
        'name',
        false,
        keyOf(from.peek('configMapKeyRef')),
      );
      add('reads', 'Secret', from.peek('secretKeyRef'), 'name', false, keyOf(from.peek('secretKeyRef')));
    }
  }
  return found;
}

function keyOf(node: Node | undefined): string | undefined {
  const content = node?.peek('key')?.content;
  return typeof content === 'string' ? content : undefined;
}
