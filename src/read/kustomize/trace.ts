import { Mapping } from '../../model/mapping.ts';
import { Node } from '../../model/node.ts';
import type { Origin, Step } from '../../model/origin.ts';
import type { Repository } from '../../model/repository.ts';
import type { Trace } from '../../model/source-file.ts';
import { groupOf } from '../kubernetes/api-version.ts';
import type { KubernetesObject } from '../kubernetes/objects.ts';
import { follow, type PlaceStep, wayTo } from '../rendered-place.ts';
import type { Overlay } from './kustomization-tree.ts';
import { type Layer, layersOf, namesSame } from './layers.ts';
import { type Patch, patchesOf } from './patches.ts';
import { writtenByField, writtenByGenerator } from './transformers.ts';

/** The objects that a file of the repository holds, parsed once for all overlays. */
export type ObjectsOf = (path: string) => readonly KubernetesObject[];

/**
 * Leads from a node of a rendered overlay to what a person would edit: the field or patch of the outermost
 * kustomization that sets it, otherwise the base. Nothing is searched before the first question.
 *
 * @param objects what was rendered; asked for lazily, because the trace exists before the text is parsed
 */
export function overlayTrace(
  repository: Repository,
  leaf: Overlay,
  objects: () => readonly KubernetesObject[],
  objectsOf: ObjectsOf,
): Trace {
  let tracer: OverlayTracer | undefined;
  return (node) => {
    tracer ??= new OverlayTracer(repository, leaf, objects(), objectsOf);
    return tracer.trace(node);
  };
}

class OverlayTracer {
  readonly #layers: readonly Layer[];
  readonly #patches = new Map<Overlay, readonly Patch[]>();
  readonly #via: readonly Step[];

  constructor(
    private readonly repository: Repository,
    private readonly leaf: Overlay,
    private readonly objects: readonly KubernetesObject[],
    private readonly objectsOf: ObjectsOf,
  ) {
    this.#layers = layersOf(leaf);
    const { folder, body } = leaf.kustomization;
    this.#via = [{ what: `overlay ${folder}`, file: body.file, start: body.start, end: body.start }];
  }

  trace(node: Node): Node | Origin {
    const object = this.objects.find(({ body }) => body.start <= node.start && node.end <= body.end);
    const way = object && wayTo(object.body, node);
    if (!object || !way) return this.origin(this.leaf.kustomization.body);
    const scalar = !(node.content instanceof Mapping) && !Array.isArray(node.content);
    let nearest: { node: Node; steps: number } | undefined;
    let inPatch: Node | undefined;
    for (const layer of this.#layers) {
      const field = writtenByField(layer, object, way, node);
      if (field) return scalar && field.content === node.content ? field : this.origin(field);
      for (const { body, way: rest, whole } of this.#patchPlaces(layer, object, way)) {
        const found = follow(body, rest);
        if (found.steps === rest.length && scalar) return this.#answer(found.node, node);
        if (found.steps === rest.length) inPatch ??= found.node;
        else if (whole && found.steps > (nearest?.steps ?? 0)) nearest = found;
      }
      for (const source of this.#sources(layer, object)) {
        const found = follow(source.body, way);
        if (found.steps === way.length) return scalar ? this.#answer(found.node, node) : found.node;
        if (!nearest || found.steps >= nearest.steps) nearest = found;
      }
      const generated = writtenByGenerator(this.repository, layer, object, way);
      if (generated instanceof Node) return this.origin(generated);
      if (generated) {
        const file = this.repository.read(generated.path);
        return file ? { file, start: 0, end: 0, via: this.#via } : this.origin(generated.fallback);
      }
    }
    return inPatch ?? this.origin(nearest?.node ?? this.leaf.kustomization.body);
  }

  /** A fix may edit what stands there only where it is what was rendered. */
  #answer(source: Node, rendered: Node): Node | Origin {
    return source.content === rendered.content ? source : this.origin(source);
  }

  origin(node: Node): Origin {
    return { file: node.file, start: node.keyStart, end: node.end, via: this.#via };
  }

  /** Objects in the files of a layer that became the rendered one; those of the same namespace first. */
  #sources(layer: Layer, object: KubernetesObject): readonly KubernetesObject[] {
    const found = layer.overlay.files
      .filter(({ reference }) => reference.use === 'resources')
      .flatMap(({ path }) => this.objectsOf(path))
      .filter((source) => isSameKind(source, object) && namesSame(layer, source.name, object.name));
    const same = found.filter(({ namespace }) => namespace === object.namespace);
    return same.length > 0 ? same : found;
  }

  /** Where the patches of a layer speak of the rendered place, the last one first. */
  *#patchPlaces(layer: Layer, object: KubernetesObject, way: readonly PlaceStep[]): Iterable<PatchPlace> {
    const known = this.#patches.get(layer.overlay) ?? patchesOf(this.repository, layer.overlay);
    this.#patches.set(layer.overlay, known);
    for (const { body, target } of known.toReversed()) {
      if (target && !aims(target, layer, object)) continue;
      if (Array.isArray(body.content)) yield* operationPlaces(body.content as readonly Node[], way);
      else if (identifies(way)) continue;
      else if (target || isPatchOf(body, layer, object)) yield { body, way, whole: true };
    }
  }
}

interface PatchPlace {
  readonly body: Node;
  readonly way: readonly PlaceStep[];
  /** whether it is a partial object, whose maps a person may add to */
  readonly whole: boolean;
}

/** Operations of a JSON patch that set the place or something around it. */
function* operationPlaces(operations: readonly Node[], way: readonly PlaceStep[]): Iterable<PatchPlace> {
  for (const operation of operations.toReversed()) {
    const pointer = operation.peek('path')?.content;
    const value = operation.peek('value');
    if (typeof pointer !== 'string' || !value) continue;
    const keys = pointer
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const agrees = keys.every(
      (key, at) =>
        way[at] !== undefined &&
        (key === String(way[at].key) || (key === '-' && typeof way[at].key === 'number')),
    );
    if (agrees && keys.length <= way.length) yield { body: value, way: way.slice(keys.length), whole: false };
  }
}

/** Whether a place says which object is meant: in a partial object it selects and sets nothing. */
function identifies(way: readonly PlaceStep[]): boolean {
  const place = way.map(({ key }) => key).join('.');
  return /^(apiVersion|kind|metadata\.(name|namespace))$/.test(place);
}

function isPatchOf(body: Node, layer: Layer, object: KubernetesObject): boolean {
  const name = body.peek('metadata', 'name')?.content;
  return (
    body.peek('kind')?.content === object.kind &&
    typeof name === 'string' &&
    namesSame(layer, name, object.name)
  );
}

/** Whether a patch's target may select an object. Its names are regular expressions for the whole name; labels are taken to fit. */
function aims(target: Node, layer: Layer, object: KubernetesObject): boolean {
  const fits = (key: string, ...values: readonly string[]) => {
    const wanted = target.peek(key)?.content;
    if (typeof wanted !== 'string' || wanted === '') return true;
    return (
      values.includes(wanted) || (wanted.length < 200 && values.some((value) => matchesWhole(wanted, value)))
    );
  };
  const bare = object.name.slice(layer.prefix.length, object.name.length - layer.suffix.length);
  return (
    fits('kind', object.kind) && fits('group', groupOf(object.apiVersion)) && fits('name', object.name, bare)
  );
}

/** The few forms that targets use: a plain name, and `.*` within one. Anything else is taken to fit. */
function matchesWhole(pattern: string, value: string): boolean {
  const parts = pattern.replace(/^\^|\$$/g, '').split('.*');
  if (parts.some((part) => /[\\()[\]{}+*?|^$]/.test(part))) return true;
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = value.indexOf(part, at);
    if (found < 0 || (index === 0 && found !== 0)) return false;
    at = found + part.length;
  }
  return parts.at(-1) === '' || value.endsWith(parts.at(-1)!);
}

function isSameKind(a: KubernetesObject, b: KubernetesObject): boolean {
  return a.kind === b.kind && groupOf(a.apiVersion) === groupOf(b.apiVersion);
}
