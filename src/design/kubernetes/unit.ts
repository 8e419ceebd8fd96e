import type { Environment } from '../environment.ts';
import type { YamlMap } from '../yaml/yaml.ts';
import type { Vary } from './site.ts';

/** A file of manifests. */
export interface Part {
  /** `deployment`; without an ending */
  readonly file: string;
  readonly objects: readonly YamlMap[];
  /** whether next to nothing of it is common to the environments, so that an overlay holds all of it */
  readonly own?: boolean;
}

/** Variables of a workload that are no secret: a ConfigMap that pods follow when it changes. */
export interface Variables {
  readonly name: string;
  readonly namespace: string;
  readonly data: Readonly<Record<string, string>>;
}

/** What is delivered as one: a workload, a namespace, or what the whole cluster shares. */
export interface Unit {
  /** `ledger` */
  readonly name: string;
  readonly namespace?: string;
  /** `kubernetes/ledger/ledger` */
  readonly folder: string;
  /** the image that the pipeline pins */
  readonly image?: string;
  /** the same image as an environment takes it, which may be from another registry */
  readonly imageIn?: (environment: Environment) => string;
  /** whether it is a datastore that the cluster hosts itself, or the namespace of them */
  readonly hosted?: 'datastore' | 'namespace';
  /** whether it is packaged as a chart where charts are asked for */
  readonly chart: boolean;
  /** the same files with the same objects in each environment, but for what it has no use for there */
  readonly partsIn: (environment: Environment, vary: Vary) => readonly Part[];
  readonly variablesIn?: (environment: Environment) => Variables;
  /** what it is, in words: `console of ledger` */
  readonly about: string;
}

/** Kind and name, which tell an object from all others of its unit. */
export function identityOf(object: YamlMap): string {
  const { name } = object['metadata'] as YamlMap;
  return `${String(object['kind'])}/${String(name)}`;
}
