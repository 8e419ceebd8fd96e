import type { Repository } from '../../model/repository.ts';
import type { Resource, Unit } from '../../model/resource.ts';
import { environmentFields } from '../environment.ts';
import { inParallel } from '../in-parallel.ts';
import { type Manifests, readManifests } from '../kubernetes/manifest-files.ts';
import { type KubernetesObject, resourceOf } from '../kubernetes/objects.ts';
import type { Reader, Reading, ReadOptions } from '../reader.ts';
import { type OverlayRenderer, renderLanes } from '../renderer.ts';
import { closureOf, type KustomizationTree, kustomizationTree, type Overlay } from './kustomization-tree.ts';
import { planLeaves } from './plan-leaves.ts';
import { type ManifestsOf, rememberObjects } from './plan-objects.ts';
import { toolRenderer } from './tool-renderer.ts';

/** What became of a repository's kustomizations. */
export interface KustomizeReading extends Reading {
  /** files that are no manifests of their own: kustomizations, what they name, patches, content of generators */
  readonly taken: ReadonlySet<string>;
}

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

/** Paths of kustomizations by their folders. */
export function kustomizationsByFolder(repository: Repository): ReadonlyMap<string, string> {
  return new Map(
    treeOf(repository).overlays.map(({ kustomization: { folder, path } }) => [folder, path] as const),
  );
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
  const manifestsOf = rememberManifests(repository);
  const add = (leaf: Overlay, objects: readonly KubernetesObject[], incomplete?: string) => {
    for (const overlay of closureOf(leaf)) for (const file of overlay.files) taken.add(file.path);
    const unit = unitOf(leaf.kustomization.folder, options, incomplete);
    units.push(unit);
    for (const object of objects) resources.push(resourceOf(object, unit));
  };
  const plans = planLeaves(repository, tree.leaves, options.render);
  const toRender = [...new Set(plans.flatMap(({ rendered }) => rendered))];
  const renderings = await inParallel(toRender, renderLanes, ({ kustomization }) =>
    renderer.render(kustomization.folder),
  );
  const objectsOf = rememberObjects(repository, toRender, renderings, manifestsOf);
  for (const plan of plans) {
    const { objects, isWhole } = objectsOf(plan);
    const reason =
      plan.rendered.length > 0 ? 'its overlay is not rendered as a whole' : 'its overlay is not rendered';
    add(plan.leaf, objects, isWhole ? undefined : reason);
  }
  return { units, resources, files: [...taken], taken };
}

function unitOf(folder: string, options: ReadOptions, incomplete?: string): Unit {
  return {
    id: `kustomize:${folder}`,
    kind: 'kustomize',
    path: folder,
    ...environmentFields(options, folder, `${folder}/`),
    kubernetesVersion: options.kubernetesVersion,
    ...(incomplete ? { incomplete } : {}),
  };
}

/** Parses each file once, whoever asks. */
function rememberManifests(repository: Repository): ManifestsOf {
  const known = new Map<string, Manifests | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, readManifests(repository, path));
    return known.get(path);
  };
}
