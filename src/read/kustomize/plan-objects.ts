import type { Repository } from '../../model/repository.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import type { Manifests } from '../kubernetes/manifest-files.ts';
import { collectObjects, type KubernetesObject } from '../kubernetes/objects.ts';
import type { Rendering } from '../renderer.ts';
import { closureOf, type Overlay } from './kustomization-tree.ts';
import type { OverlayPlan } from './plan-leaves.ts';
import { overlayTrace } from './trace.ts';

/** What a file of the repository holds, parsed once, whoever asks. */
export type ManifestsOf = (path: string) => Manifests | undefined;

/** What an overlay is made of before anything is patched or renamed: the next best to rendering it. */
function objectsAsWritten(
  repository: Repository,
  overlays: Iterable<Overlay>,
  manifestsOf: ManifestsOf,
): readonly KubernetesObject[] {
  const paths = new Set<string>();
  for (const { files } of overlays)
    for (const { path, reference } of files) if (reference.use === 'resources') paths.add(path);
  return [...paths].flatMap((path) => {
    const manifests = manifestsOf(path);
    for (const problem of manifests?.problems ?? []) repository.report(problem);
    return manifests?.objects ?? [];
  });
}

/** The objects of a plan: what was rendered, and as it is written what was not or could not be; each object once. */
export function rememberObjects(
  repository: Repository,
  overlays: readonly Overlay[],
  renderings: readonly Rendering[],
  manifestsOf: ManifestsOf,
): (plan: OverlayPlan) => { readonly objects: readonly KubernetesObject[]; readonly isWhole: boolean } {
  const failed = new Set<Overlay>();
  const rendered = new Map<Overlay, readonly KubernetesObject[]>();
  const objectsOf = (overlay: Overlay) => {
    const known = rendered.get(overlay);
    if (known) return known;
    const rendering = renderings[overlays.indexOf(overlay)]!;
    const objects = rendering.ok
      ? objectsOfRendered(repository, overlay, rendering.text, manifestsOf)
      : objectsAsWritten(repository, closureOf(overlay), manifestsOf);
    if (!rendering.ok) {
      const { folder, path } = overlay.kustomization;
      const message = `the overlay ${folder} is not rendered and its files are read as they are: ${rendering.message}`;
      repository.report({ kind: rendering.kind, message, path });
      failed.add(overlay);
    }
    rendered.set(overlay, objects);
    return objects;
  };
  return ({ rendered: parts, written }) => {
    const all = [...parts.flatMap(objectsOf), ...objectsAsWritten(repository, written, manifestsOf)];
    const isWhole = written.length === 0 && parts.every((part) => !failed.has(part));
    return { objects: isWhole ? all : once(all), isWhole };
  };
}

/** Bases that several parts are made of come with each of them. */
function once(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  const seen = new Set<string>();
  return objects.filter(({ apiVersion, kind, namespace, name }) => {
    const key = `${apiVersion}/${kind}/${namespace ?? ''}/${name}`;
    return !seen.has(key) && seen.add(key);
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
