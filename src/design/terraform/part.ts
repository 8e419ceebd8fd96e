import type { Architecture } from '../architecture.ts';
import type { Environment, StateBoundary } from '../environment.ts';
import type { Part } from '../hcl/items.ts';
import type { HclValue, Raw } from '../hcl/value.ts';

/** What a root tells the roots that read it. */
export interface Output {
  readonly name: string;
  readonly description: string;
  readonly value: HclValue;
  /** what it may look like, for the tests of those who read it */
  readonly example: HclValue;
}

/** What is given to a root by whoever applies it. */
export interface Input {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly default?: HclValue;
  readonly validation?: { readonly condition: string; readonly message: string };
  /** what its test gives; needed where there is no default */
  readonly example?: HclValue;
}

/** A provider besides the one of the environment's region. */
export interface ProviderAlias {
  readonly alias: string;
  readonly region: string;
  /** why it is there */
  readonly why: string;
}

/** What belongs into one boundary of an environment. */
export interface BoundaryPart {
  /** items by the file that they are in: `main.tf` */
  readonly files: Readonly<Record<string, readonly Part[]>>;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly aliases: readonly ProviderAlias[];
}

/** What writing a boundary looks at. */
export interface Place {
  readonly architecture: Architecture;
  readonly environment: Environment;
  readonly state: StateBoundary;
  /** the source of a module, seen from the root */
  module(name: string): string;
  /** an output of another boundary */
  read(boundary: StateBoundary['name'], output: string): Raw;
}

export type WriteBoundary = (place: Place) => BoundaryPart;
