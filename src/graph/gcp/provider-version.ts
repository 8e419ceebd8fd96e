import type { Unit } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { providerMajor } from '../terraform/provider-major.ts';

/** The lowest major version of the Google provider that the modules of a unit ask for; `undefined` where none says. */
export function googleProviderMajor(graph: Graph, unit: Unit): number | undefined {
  return providerMajor(graph, unit, 'google', 'google-beta');
}
