import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, namespaceOf, resolveName } from '../kubernetes/names.ts';
import { itemsAt, textAt } from '../look.ts';

const application = 'Application.argoproj.io';
const kustomization = 'Kustomization.kustomize.toolkit.fluxcd.io';
const release = 'HelmRelease.helm.toolkit.fluxcd.io';

/**
 * Argo CD Application, Flux Kustomization → the objects of the folder that it installs, and what of Flux it needs for that.
 * Sources: Argo CD, Application specification; Flux, API of Kustomization and HelmRelease.
 */
export function linkInstallers(graph: Graph): Relation[] {
  const deploying = [
    ...graph
      .ofType(application)
      .flatMap((from) => sourcesOf(from).flatMap((source) => installed(graph, from, source))),
    ...graph.ofType(kustomization).flatMap((from) => installed(graph, from, from.body.peek('spec'))),
  ];
  return [...deploying, ...fluxNeeds(graph)];
}

function sourcesOf({ body }: Resource): readonly (Node | undefined)[] {
  const several = itemsAt(body, 'spec', 'sources');
  return several.length > 0 ? several : [body.peek('spec', 'source')];
}

function installed(graph: Graph, from: Resource, source: Node | undefined): Relation[] {
  const at = source?.peek('path');
  if (typeof at?.content !== 'string') return [];
  const path = at.content.replace(/^\.?\//, '').replace(/\/$/, '');
  const folders =
    textAt(source, 'sourceRef', 'kind') === 'ExternalArtifact' ? foldersOf(graph, from, path) : [path];
  const values = itemsAt(source, 'helm', 'valueFiles').map(({ content }) => String(content));
  return folders
    .filter((folder) => folder !== '' && folder !== '.')
    .flatMap((folder) => objectsIn(graph, folder))
    .filter((to) => to !== from && isMeant(to, values))
    .map((to) => ({ kind: 'deploys' as const, from, to, at }));
}

/**
 * The folders of the repository that a path of an artifact was copied from.
 * Source: Flux, API of ArtifactGenerator: `copy` from `@alias/folder/**` to `@artifact/folder/`.
 */
function foldersOf(graph: Graph, from: Resource, path: string): readonly string[] {
  const name = textAt(from.body, 'spec', 'sourceRef', 'name');
  return generatorsOf(graph, from, name).flatMap(({ artifact }) =>
    itemsAt(artifact, 'copy').flatMap((copy) => {
      const source = textAt(copy, 'from')
        .replace(/^@[^/]+\//, '')
        .replace(/\/?\*\*$/, '');
      const target = textAt(copy, 'to')
        .replace(/^@artifact\/?/, '')
        .replace(/\/$/, '');
      if (target === '') return [`${source}/${path}`.replace(/\/$/, '')];
      return path === target || path.startsWith(`${target}/`) ? [source + path.slice(target.length)] : [];
    }),
  );
}

function generatorsOf(graph: Graph, from: Resource, name: string) {
  return graph
    .ofType('ArtifactGenerator.source.extensions.fluxcd.io')
    .filter((generator) => mayMeet(from, generator))
    .flatMap((generator) =>
      itemsAt(generator.body, 'spec', 'artifacts')
        .filter((artifact) => textAt(artifact, 'name') === name)
        .map((artifact) => ({ generator, artifact })),
    );
}

/** One chart is rendered once for each values file; the one that is named is meant. */
function isMeant({ unit }: Resource, values: readonly string[]): boolean {
  if (unit.kind !== 'helm') return true;
  const last = values.at(-1)?.split('/').at(-1);
  return last === undefined ? !unit.id.includes('(') : unit.id.endsWith(`${last})`);
}

function objectsIn(graph: Graph, folder: string): readonly Resource[] {
  const folders = graph.derive(objectsIn, () => {
    const found = new Map<string, Resource[]>();
    for (const resource of graph.resources) {
      if (resource.source !== 'kubernetes') continue;
      const { unit } = resource;
      const path = unit.kind === 'manifests' ? resource.body.file.path.replace(/\/?[^/]*$/, '') : unit.path;
      for (let at = path; at !== '' && at !== '.'; at = at.replace(/\/?[^/]*$/, '')) {
        const list = found.get(at);
        if (list) list.push(resource);
        else found.set(at, [resource]);
        // an overlay or chart is installed as a whole, and not by the folder that it lies in
        if (unit.kind !== 'manifests') break;
      }
    }
    return found;
  });
  return folders.get(folder) ?? [];
}

function fluxNeeds(graph: Graph): Relation[] {
  const all = [...graph.ofType(kustomization), ...graph.ofType(release)];
  return all.flatMap((from) => {
    const own = from.body.peek('spec');
    const references = [
      ...itemsAt(own, 'dependsOn').map((at) => ({ at, type: from.type })),
      ...[own?.peek('sourceRef'), own?.peek('chartRef'), own?.peek('chart', 'spec', 'sourceRef')].flatMap(
        (at) => (at ? [{ at, type: sourceType(textAt(at, 'kind')) }] : []),
      ),
    ];
    return references.flatMap(({ at, type }) => {
      const namespace = textAt(at, 'namespace') || namespaceOf(from);
      if (type.startsWith('ExternalArtifact.'))
        return generatorsOf(graph, from, textAt(at, 'name')).map(({ generator: to }) => ({
          kind: 'uses' as const,
          from,
          to,
          at,
        }));
      return resolveName(graph, from, type, textAt(at, 'name'), { namespace }).map((to) => ({
        kind: 'uses' as const,
        from,
        to,
        at,
      }));
    });
  });
}

function sourceType(kind: string): string {
  return kind === 'ExternalArtifact'
    ? `${kind}.source.extensions.fluxcd.io`
    : `${kind}.source.toolkit.fluxcd.io`;
}
