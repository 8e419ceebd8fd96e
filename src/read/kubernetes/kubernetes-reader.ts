import type { Repository } from '../../model/repository.ts';
import type { Resource } from '../../model/resource.ts';
import { namedByCharts } from '../helm/charts.ts';
import { readCharts } from '../helm/helm-reader.ts';
import {
  kustomizationsByFolder,
  namedByKustomizations,
  readKustomizations,
} from '../kustomize/kustomize-reader.ts';
import type { Reader, Reading, ReadOptions } from '../reader.ts';
import { loosePatches, type Manifests, mayHoldManifests, readManifests } from './manifest-files.ts';
import { manifestUnits } from './manifest-units.ts';
import { resourceOf } from './objects.ts';

/**
 * Plain manifests: every YAML and JSON file with objects that no overlay or chart renders, but for patches that no overlay
 * names. Files that neither names are read while the others are rendered.
 */
export const kubernetesReader: Reader = { name: 'kubernetes', read };

async function read(repository: Repository, options: ReadOptions): Promise<Reading> {
  const paths = repository.paths.filter(mayHoldManifests);
  if (paths.length === 0) return { units: [], resources: [], files: [] };
  const rendering = Promise.all([readKustomizations(repository, options), readCharts(repository, options)]);
  const kustomized = namedByKustomizations(repository);
  const folders = kustomizationsByFolder(repository);
  const charted = namedByCharts(repository);
  const waits = (path: string) => kustomized.has(path) || charted(path);
  const isLoose = loosePatches(repository.paths);
  const found = readAll(repository, paths, (path) => !waits(path) && !isLoose(path));
  const [overlays, charts] = await rendering;
  const rest = (path: string) => waits(path) && !overlays.taken.has(path) && !charts.taken.has(path);
  const all = [...found, ...readAll(repository, paths, rest)];
  return gather(
    all.sort((a, b) => (a.file.path < b.file.path ? -1 : 1)),
    options,
    (path) => (kustomized.has(path) ? undefined : folders.get(folderOf(path))),
  );
}

function readAll(
  repository: Repository,
  paths: readonly string[],
  wanted: (path: string) => boolean,
): Manifests[] {
  const found: Manifests[] = [];
  for (const path of paths) {
    const manifests = wanted(path) ? readManifests(repository, path) : undefined;
    if (!manifests) continue;
    for (const problem of manifests.problems) repository.report(problem);
    found.push(manifests);
  }
  return found;
}

function gather(
  found: readonly Manifests[],
  options: ReadOptions,
  unlistedIn: (path: string) => string | undefined,
): Reading {
  const files = found.filter(({ objects }) => objects.length > 0).map(({ file }) => file.path);
  const unitOf = manifestUnits(files, options);
  const resources: Resource[] = [];
  for (const { file, objects } of found) {
    const kustomization = unlistedIn(file.path);
    for (const object of objects) {
      const resource = resourceOf(object, unitOf.get(file.path)!);
      resources.push(kustomization ? { ...resource, unlistedIn: kustomization } : resource);
    }
  }
  return { units: [...new Set(unitOf.values())], resources, files };
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}
