import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import { mayMeet, namespaceOf } from './names.ts';

/** Kinds that bring a chart or a folder of elsewhere into a cluster, and where each says into which namespace. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'HelmRelease.helm.toolkit.fluxcd.io': ['spec', 'targetNamespace'],
  'HelmChart.helm.cattle.io': ['spec', 'targetNamespace'],
  'Application.argoproj.io': ['spec', 'destination', 'namespace'],
};

/**
 * A release whose objects stand in no file and may be neighbours of an object: then what is missing may come with it.
 * A chart that is rendered here is whole by itself.
 */
export function releaseBeside(graph: Graph, from: Resource): Resource | undefined {
  if (from.unit.kind === 'helm') return undefined;
  const namespace = namespaceOf(from);
  return releases(graph).find(
    ({ resource, into }) =>
      resource !== from &&
      (namespace === undefined || into === undefined || into === namespace) &&
      mayMeet(from, resource),
  )?.resource;
}

interface Release {
  readonly resource: Resource;
  readonly into: string | undefined;
}

function releases(graph: Graph): readonly Release[] {
  return graph.derive(releases, () =>
    Object.entries(kinds).flatMap(([type, path]) =>
      graph
        .ofType(type)
        .filter((resource) => !isKeptHere(graph, resource))
        .map((resource) => ({ resource, into: textAt(resource.body, ...path) || namespaceOf(resource) })),
    ),
  );
}

/** Whether an Application deploys nothing but folders of this repository. */
function isKeptHere({ paths }: Graph, { body }: Resource): boolean {
  const sources = [body.peek('spec', 'source'), ...itemsAt(body, 'spec', 'sources')].filter(
    (node) => node !== undefined,
  );
  return (
    sources.length > 0 &&
    sources.every((source) => {
      const folder = textAt(source, 'path')
        .replace(/^\.?\//, '')
        .replace(/\/$/, '');
      return folder !== '' && !source.peek('chart') && paths.some((path) => path.startsWith(`${folder}/`));
    })
  );
}
