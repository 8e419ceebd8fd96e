import type { Node } from '../../model/node.ts';
import type { Repository } from '../../model/repository.ts';
import type { KubernetesObject } from '../kubernetes/objects.ts';
import type { PlaceStep } from '../rendered-place.ts';
import { items } from './kustomization.ts';
import { type Layer, namesSame } from './layers.ts';

/** What a field of a kustomization did: the node that a person would change, or a file that lends its content. */
export type Written = Node | { readonly path: string; readonly fallback: Node };

/**
 * The field of a kustomization that sets a place of a rendered object without a patch: `images`, `replicas`,
 * `namespace`, labels and annotations.
 */
export function writtenByField(
  layer: Layer,
  object: KubernetesObject,
  way: readonly PlaceStep[],
  node: Node,
): Node | undefined {
  const { body } = layer.overlay.kustomization;
  const keys = way.map(({ key }) => key);
  const last = keys.at(-1);
  if (last === 'image' && typeof node.content === 'string') return imageEntry(body, node.content);
  if (keys.join('.') === 'spec.replicas')
    return items(body, 'replicas')
      .find((entry) => namesSame(layer, String(entry.peek('name')?.content), object.name))
      ?.peek('count');
  if (keys.join('.') === 'metadata.namespace') return body.peek('namespace');
  const parent = keys.at(-2);
  if (typeof last !== 'string') return undefined;
  if (parent === 'annotations') return body.peek('commonAnnotations', last);
  if (parent === 'labels' || parent === 'matchLabels' || parent === 'selector')
    return (
      body.peek('commonLabels', last) ??
      items(body, 'labels')
        .map((entry) => entry.peek('pairs', last))
        .find((found) => found !== undefined)
    );
  return undefined;
}

/** The entry of `images` that an image's rendered name shows. */
function imageEntry(body: Node, image: string): Node | undefined {
  const name = image.replace(/@sha256:.*$/, '').replace(/:[^/:]*$/, '');
  const entry = items(body, 'images').find(
    (candidate) => (candidate.peek('newName') ?? candidate.peek('name'))?.content === name,
  );
  return entry && (entry.peek('digest') ?? entry.peek('newTag') ?? entry.peek('newName') ?? entry);
}

/** What a generator of a layer wrote into a ConfigMap or Secret. Generated names end in `-` and a hash of ten characters. */
export function writtenByGenerator(
  repository: Repository,
  layer: Layer,
  object: KubernetesObject,
  way: readonly PlaceStep[],
): Written | undefined {
  if (object.kind !== 'ConfigMap' && object.kind !== 'Secret') return undefined;
  const { body } = layer.overlay.kustomization;
  const key = object.kind === 'ConfigMap' ? 'configMapGenerator' : 'secretGenerator';
  const plain = object.name.replace(/-[a-z0-9]{10}$/, '');
  const generator = items(body, key).find((entry) => {
    const name = String(entry.peek('name')?.content);
    return namesSame(layer, name, object.name) || namesSame(layer, name, plain);
  });
  const field = way[1]?.key;
  if (!generator || way.length < 2 || typeof field !== 'string') return generator;
  for (const node of items(generator, 'literals'))
    if (String(node.content).startsWith(`${field}=`)) return node;
  for (const node of items(generator, 'files')) {
    const text = String(node.content);
    const name = text.includes('=')
      ? text.slice(0, text.indexOf('='))
      : text.slice(text.lastIndexOf('/') + 1);
    const path = layer.overlay.files.find((file) => file.reference.node === node)?.path;
    if (name === field && path !== undefined && repository.has(path)) return { path, fallback: node };
  }
  return items(generator, 'envs')[0] ?? generator;
}
