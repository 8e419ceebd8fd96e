import type { Environment } from '../environment.ts';
import type { YamlMap } from '../yaml/yaml.ts';
import type { AddonName } from './charts.ts';

/** How much a namespace lets its pods do. Source: Kubernetes, Pod Security Standards. */
export type PodLevel = 'restricted' | 'baseline' | 'privileged';

/** Something that a cluster gets besides the workloads: a chart in a pinned version, with its values. */
export interface Addon {
  /** also the name of its release, of its folder, and of the service account that has rights in AWS */
  readonly name: AddonName;
  readonly namespace: string;
  /** what it is here for, above its values */
  readonly does: string;
  /** what has to be there before it; the order in which Argo CD and Flux install follows from it */
  readonly after: readonly AddonName[];
  /** alike in every environment */
  readonly values: YamlMap;
  /** what an environment has differently */
  readonly valuesIn?: (environment: Environment) => YamlMap;
  /** a file of values that another part of the repository keeps; ours are laid over it */
  readonly valuesKeptIn?: (environment: Environment) => string;
  /** what belongs to it and is in no chart, by file name without ending */
  readonly objectsIn?: (environment: Environment) => Readonly<Record<string, readonly YamlMap[]>>;
  /** whether its chart brings the kinds of these objects, which nobody takes before it is there */
  readonly objectsAfter?: true;
  /** why a namespace of its own has to allow more than the restricted level */
  readonly level?: { readonly pods: PodLevel; readonly why: string };
  /** ports of its pods that the API of Kubernetes calls before it takes an object */
  readonly webhookPorts?: readonly number[];
}

/** The stage at which it is installed: one more than the last of what it needs. */
export function stageOf(addon: Addon, all: readonly Addon[]): number {
  const before = addon.after.flatMap((name) => all.filter((one) => one.name === name));
  return 1 + Math.max(0, ...before.map((one) => stageOf(one, all)));
}
