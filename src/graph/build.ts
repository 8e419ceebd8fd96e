import type { Problem } from '../model/problem.ts';
import type { Relation } from '../model/relation.ts';
import type { Resource, Unit } from '../model/resource.ts';
import { Graph } from './graph.ts';
import { linkBindings } from './links/access.ts';
import { linkClusters } from './links/clusters.ts';
import { linkConfiguration } from './links/configuration.ts';
import { linkExternalNames, linkGateways, linkMadePods } from './links/doors.ts';
import { linkIdentities } from './links/identity.ts';
import { linkImages } from './links/images.ts';
import { linkInstallers } from './links/installers.ts';
import { linkNetworkPeers } from './links/network-peers.ts';
import { linkExtensions, linkNamespaces, linkRegistries, linkStorageClasses } from './links/platform.ts';
import { linkPublicNames } from './links/public-names.ts';
import { linkRemoteStates } from './links/remote-states.ts';
import { linkSecretMakers } from './links/secrets.ts';
import { linkAutoscalers, linkBudgets, linkMonitors, linkNetworkPolicies } from './links/selectors.ts';
import { linkBackends, linkServices } from './links/services.ts';
import { linkTerraform } from './links/terraform.ts';
import { linkWorkloads } from './links/workloads.ts';

/** Finds relations of one kind of thing; it may ask the graph anything but for relations. */
type Linker = (graph: Graph, report: Report) => readonly Relation[];

type Report = (problem: Problem) => void;

const linkers: readonly Linker[] = [
  linkServices,
  linkBackends,
  linkWorkloads,
  linkAutoscalers,
  linkBudgets,
  linkNetworkPolicies,
  linkMonitors,
  linkBindings,
  linkTerraform,
  linkIdentities,
  linkConfiguration,
  linkImages,
  linkSecretMakers,
  linkStorageClasses,
  linkRegistries,
  linkGateways,
  linkExternalNames,
  linkNetworkPeers,
  linkMadePods,
  linkExtensions,
  linkNamespaces,
  linkClusters,
  linkInstallers,
  linkRemoteStates,
  linkPublicNames,
];

/** The one graph of a repository. Relations are found when somebody first asks for them; a linker that fails is told and left out. */
export function buildGraph(
  units: readonly Unit[],
  resources: readonly Resource[],
  paths: readonly string[],
  report?: Report,
): Graph {
  return new Graph(
    units,
    resources,
    (graph) => linkers.flatMap((link) => attempt(link, graph, report)),
    paths,
  );
}

function attempt(link: Linker, graph: Graph, report: Report | undefined): readonly Relation[] {
  if (!report) return link(graph, () => {});
  try {
    return link(graph, report);
  } catch (error) {
    const message = `relations of one kind could not be found, so that findings may be missing or wrong; this is a fault of Plinth: ${error instanceof Error ? error.message : String(error)}`;
    report({ kind: 'internal', message, path: '.' });
    return [];
  }
}
