import type { Repository } from '../../model/repository.ts';
import type { Resource, Unit } from '../../model/resource.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { guessEnvironment } from '../environment.ts';
import { inParallel } from '../in-parallel.ts';
import { readManifests } from '../kubernetes/manifest-files.ts';
import { collectObjects, type KubernetesObject, resourceOf } from '../kubernetes/objects.ts';
import type { Reader, Reading, ReadOptions } from '../reader.ts';
import { type OverlayRenderer, renderLanes } from '../renderer.ts';
import {
  closureOf,
  type KustomizationTree,
  kustomizationTree,
  type Obstacle,
  type Overlay,
} from './kustomization-tree.ts';
import { toolRenderer } from './tool-renderer.ts';
import { type ObjectsOf, overlayTrace } from './trace.ts';

/** What became of a repository's kustomizations. */
export interface KustomizeReading extends Reading {
  /** files that are no manifests of their own: kustomizations, patches, content of generators, and what was rendered */
  readonly taken: ReadonlySet<string>;
}

/** Overlays that are rendered in one run. */
const mostOverlays = 500;

const readings = new WeakMap<Repository, Promise<KustomizeReading>>();
const trees = new WeakMap<Repository, KustomizationTree>();

/** Kustomize overlays: those that no other refers to, rendered, each a unit. */
export const kustomizeReader: Reader = { name: 'kustomize', read: readKustomizations };

/** Reads the overlays of a repository once; the Kubernetes reader asks too, for what they took. */
export function readKustomizations(repository: Repository, options: ReadOptions): Promise<KustomizeReading> {
  const reading = readings.get(repository) ?? read(repository, options, toolRenderer(repository));
  readings.set(repository, reading);
  return reading;
}

/** Paths that a kustomization names: whether they are manifests of their own shows only once it was rendered. */
export function namedByKustomizations(repository: Repository): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { kustomization, files } of treeOf(repository).overlays) {
    named.add(kustomization.path);
    for (const { path } of files) named.add(path);
  }
  return named;
}

function treeOf(repository: Repository): KustomizationTree {
  const tree = trees.get(repository) ?? kustomizationTree(repository);
  trees.set(repository, tree);
  return tree;
}

async function read(
  repository: Repository,
  options: ReadOptions,
  renderer: OverlayRenderer,
): Promise<KustomizeReading> {
  const tree = treeOf(repository);
  const taken = new Set(tree.overlays.map(({ kustomization }) => kustomization.path));
  const units: Unit[] = [];
  const resources: Resource[] = [];
  for (const { path } of tree.circular)
    repository.report({
      kind: 'invalid',
      path,
      message:
        'this kustomization leads back to itself and cannot be rendered: take one of its references out',
    });
  for (const { files } of tree.overlays)
    for (const { path, reference } of files) if (reference.use !== 'resources') taken.add(path);
  const objectsOf = rememberObjects(repository);
  const leaves = renderable(repository, tree, options);
  const renderings = await inParallel(leaves, renderLanes, ({ kustomization }) =>
    renderer.render(kustomization.folder),
  );
  for (const [at, leaf] of leaves.entries()) {
    const { folder, path } = leaf.kustomization;
    const rendering = renderings[at]!;
    if (!rendering.ok) {
      const message = `the overlay ${folder} is not rendered and its files are read as they are: ${rendering.message}`;
      repository.report({ kind: rendering.kind, message, path });
      continue;
    }
    for (const overlay of closureOf(leaf)) for (const file of overlay.files) taken.add(file.path);
    const unit = unitOf(folder, options);
    units.push(unit);
    for (const object of objectsOfRendered(repository, leaf, rendering.text, objectsOf))
      resources.push(resourceOf(object, unit));
  }
  return { units, resources, files: [...taken], taken };
}

function objectsOfRendered(
  repository: Repository,
  leaf: Overlay,
  text: string,
  objectsOf: ObjectsOf,
): readonly KubernetesObject[] {
  const { folder, path, body } = leaf.kustomization;
  let objects: readonly KubernetesObject[] = [];
  const trace = overlayTrace(repository, leaf, () => objects, objectsOf);
  const { documents, problems } = parseYaml(new SourceFile(path, text, trace));
  for (const { kind, message } of problems)
    repository.report({
      kind,
      path,
      file: body.file,
      message: `in what ${folder} is rendered to: ${message}`,
    });
  objects = collectObjects(documents);
  return objects;
}

function unitOf(folder: string, options: ReadOptions): Unit {
  const environment = guessEnvironment(`${folder}/`);
  return {
    id: `kustomize:${folder}`,
    kind: 'kustomize',
    path: folder,
    ...(environment ? { environment } : {}),
    kubernetesVersion: options.kubernetesVersion,
  };
}

/** The leaves that can be rendered here; what stands in the way of the others is reported. */
function renderable(
  repository: Repository,
  { leaves }: KustomizationTree,
  options: ReadOptions,
): readonly Overlay[] {
  if (!options.render) {
    for (const { kustomization } of leaves)
      repository.report({
        kind: 'tool',
        path: kustomization.path,
        message: `the overlay ${kustomization.folder} is not rendered, because rendering is switched off; its files are read as they are`,
      });
    return [];
  }
  const hindered = new Map<Obstacle, string[]>();
  const clear: Overlay[] = [];
  for (const leaf of leaves) {
    const obstacles = [...closureOf(leaf)].flatMap((overlay) => overlay.obstacles);
    for (const obstacle of obstacles)
      hindered.set(obstacle, [...(hindered.get(obstacle) ?? []), leaf.kustomization.folder]);
    if (obstacles.length > 0) continue;
    if (clear.length < mostOverlays) clear.push(leaf);
    else
      repository.report({
        kind: 'limit',
        path: leaf.kustomization.path,
        message: `the overlay ${leaf.kustomization.folder} is not rendered: ${mostOverlays} are in one run`,
      });
  }
  for (const [{ node, message }, folders] of hindered)
    repository.report({
      kind: 'tool',
      path: node.file.path,
      file: node.file,
      start: node.start,
      end: node.end,
      message: `${message}; ${folders.join(', ')} ${folders.length > 1 ? 'are' : 'is'} not rendered and its files are read as they are`,
    });
  return clear;
}

function rememberObjects(repository: Repository): ObjectsOf {
  const known = new Map<string, readonly KubernetesObject[]>();
  return (path) => {
    const objects = known.get(path) ?? readManifests(repository, path)?.objects ?? [];
    known.set(path, objects);
    return objects;
  };
}
