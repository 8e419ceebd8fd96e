import type { Problem } from '../../model/problem.ts';
import type { Repository } from '../../model/repository.ts';
import type { Unit } from '../../model/resource.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { Expression } from '../../syntax/hcl/tree.ts';
import type { ModuleInstance } from './instance.ts';
import type { Budget } from './language/budget.ts';
import type { Value } from './language/value.ts';
import type { Limits } from './limits.ts';
import type { Declared, ModuleSource, Written } from './module-source.ts';

/** A root module with its variables: what everything below it shares. */
export interface Configuration {
  readonly unit: Unit;
  /** folder of the root module, which relative paths in functions start from */
  readonly folder: string;
  readonly repository: Repository;
  readonly modules: ReadonlyMap<string, ModuleSource>;
  /** values of the root's variables, the last given first served */
  readonly given: ReadonlyMap<string, Given>;
  /** folders of installed modules by their key in `.terraform/modules/modules.json`: `network.subnets` */
  readonly installed: ReadonlyMap<string, string>;
  /** what evaluation may still cost */
  readonly budget: Budget;
  /** evaluates an expression; what goes wrong is reported, and gives an unknown value */
  readonly evaluate: (file: SourceFile, expression: Expression, place: Place) => Value;
  readonly report: (problem: Problem) => void;
  readonly limits: Limits;
}

/** A value given to a root's variable from outside: by a variables file, or on the command line. */
export interface Given extends Written {
  /** in words: `prod.tfvars`, `--var` */
  readonly by: string;
}

export interface CallSite {
  readonly parent: ModuleInstance;
  readonly declared: Declared;
  readonly bindings: Bindings;
  readonly name: string;
}

/** What `each`, `count` and the iterators of dynamic blocks mean at a place. */
export type Bindings = ReadonlyMap<string, Binding>;

export interface Binding {
  readonly key: Value;
  readonly value: Value;
  /** where the value was written, to lead a finding there */
  readonly written?: Definition;
}

/** An expression, and what the names in it mean. */
export interface Definition extends Written {
  readonly place: Place;
  /** in words, for the chain of an origin: `variable cidr`, `argument cidr of module network` */
  readonly what: string;
}

/** Where an expression stands: in which instance of which module, under which bindings. */
export interface Place {
  readonly instance: ModuleInstance;
  readonly bindings: Bindings;
}

export const noBindings: Bindings = new Map();
