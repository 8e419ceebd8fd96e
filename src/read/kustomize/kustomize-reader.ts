import type { Repository } from '../../model/repository.ts';
import type { Resource, Unit } from '../../model/resource.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { environmentFields } from '../environment.ts';
import { inParallel } from '../in-parallel.ts';
import { type Manifests, readManifests } from '../kubernetes/manifest-files.ts';
import { collectObjects, type KubernetesObject, resourceOf } from '../kubernetes/objects.ts';
import type { Reader, Reading, ReadOptions } from '../reader.ts';
import { type OverlayRenderer, renderLanes } from '../renderer.ts';
import { closureOf, type KustomizationTree, kustomizationTree, type Overlay } from './kustomization-tree.ts';
import { renderableLeaves } from './renderable-leaves.ts';
import { toolRenderer } from './tool-renderer.ts';
import { overlayTrace } from './trace.ts';

/** What became of a repository's kustomizations. */
export interface KustomizeReading extends Reading {
  /** files that are no manifests of their own: kustomizations, what they name, patches, content of generators */
  readonly taken: ReadonlySet<string>;
}

type ManifestsOf = (path: string) => Manifests | undefined;

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
  const manifestsOf = rememberManifests(repository);
  const add = (leaf: Overlay, objects: readonly KubernetesObject[], incomplete?: string) => {
    for (const overlay of closureOf(leaf)) for (const file of overlay.files) taken.add(file.path);
    const unit = unitOf(leaf.kustomization.folder, options, incomplete);
    units.push(unit);
    for (const object of objects) resources.push(resourceOf(object, unit));
  };
  const clear = renderableLeaves(repository, tree.leaves, options.render);
  const renderings = await inParallel(clear, renderLanes, ({ kustomization }) =>
    renderer.render(kustomization.folder),
  );
  for (const leaf of tree.leaves) {
    const { folder, path } = leaf.kustomization;
    const at = clear.indexOf(leaf);
    const rendering = renderings[at];
    if (rendering?.ok) add(leaf, objectsOfRendered(repository, leaf, rendering.text, manifestsOf));
    else {
      add(leaf, objectsAsWritten(repository, leaf, manifestsOf), 'its overlay is not rendered');
      if (!rendering) continue;
      const message = `the overlay ${folder} is not rendered and its files are read as they are: ${rendering.message}`;
      repository.report({ kind: rendering.kind, message, path });
    }
  }
  return { units, resources, files: [...taken], taken };
}

/** What an overlay is made of before anything is patched or renamed: the next best to rendering it. */
function objectsAsWritten(
  repository: Repository,
  leaf: Overlay,
  manifestsOf: ManifestsOf,
): readonly KubernetesObject[] {
  const paths = new Set<string>();
  for (const { files } of closureOf(leaf))
    for (const { path, reference } of files) if (reference.use === 'resources') paths.add(path);
  return [...paths].flatMap((path) => {
    const manifests = manifestsOf(path);
    for (const problem of manifests?.problems ?? []) repository.report(problem);
    return manifests?.objects ?? [];
  });
}

function objectsOfRendered(
  repository: Repository,
  leaf: Overlay,
  text: string,
  manifestsOf: ManifestsOf,
): readonly KubernetesObject[] {
  const { folder, path, body } = leaf.kustomization;
  let objects: readonly KubernetesObject[] = [];
  const trace = overlayTrace(
    repository,
    leaf,
    () => objects,
    (source) => manifestsOf(source)?.objects ?? [],
  );
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
