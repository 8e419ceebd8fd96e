import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { resources } from '../selector.ts';
import { ofTypeInUnit } from '../terraform/in-unit.ts';

/** Virtual machines, and templates that they are made from. */
export const machines = resources(
  'google_compute_instance',
  'google_compute_instance_template',
  'google_compute_region_instance_template',
  'google_compute_instance_from_template',
);

/** Whether a machine takes what it does not say itself from a template. */
export function isFromTemplate({ type }: Resource): boolean {
  return type === 'google_compute_instance_from_template';
}

/** Nodes that GKE makes are called so, and it decides on them. */
export function isClusterNode({ body }: Resource): boolean {
  const name = body.peek('name')?.content;
  return typeof name === 'string' && name.startsWith('gke-');
}

/** A metadata entry as a switch. Source: Compute Engine documentation, boolean values of metadata. @throws Undecided */
export function metadataSwitch(body: Node, key: string): boolean | undefined {
  return isOn(body.get('metadata', key));
}

/** @throws Undecided */
export function isOn(value: Node | undefined): boolean | undefined {
  const text = value?.text()?.toLowerCase();
  if (text === undefined) return undefined;
  return /^(true|1|y|yes)$/.test(text);
}

/** What the metadata of the project says for all its machines, in this root. @throws Undecided */
export function projectSwitch(graph: Graph, { unit }: Resource, key: string): boolean | undefined {
  for (const { body } of ofTypeInUnit(graph, 'google_compute_project_metadata_item', unit))
    if (body.peek('key')?.content === key) return isOn(body.get('value'));
  for (const { body } of ofTypeInUnit(graph, 'google_compute_project_metadata', unit)) {
    const value = body.peek('metadata', key);
    if (value) return isOn(body.get('metadata', key));
  }
  return undefined;
}
