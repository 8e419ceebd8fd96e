import {
  type CallSite,
  type Configuration,
  type Definition,
  noBindings,
  type Place,
} from './configuration.ts';
import { expandCall, type ModuleInstances } from './expand.ts';
import type { Value } from './language/value.ts';
import type { ModuleSource } from './module-source.ts';
import { variableValue } from './variables.ts';
import { attributeOf, unknown } from './written.ts';

/** One instance of a module: the root, or what one call (and one key of its `for_each`) makes. Everything is evaluated at first use. */
export class ModuleInstance {
  readonly #variables = new Map<string, Value>();
  readonly #locals = new Map<string, Value | typeof underWay>();
  readonly #children = new Map<string, ModuleInstances>();

  constructor(
    readonly configuration: Configuration,
    readonly source: ModuleSource,
    /** `module.network["a"]`; empty for the root */
    readonly address: string,
    readonly call?: CallSite,
  ) {}

  get place(): Place {
    return { instance: this, bindings: noBindings };
  }

  /** How many calls lie between this and the root. */
  get depth(): number {
    return this.call ? this.call.parent.depth + 1 : 0;
  }

  /** The address of something in this module, as Terraform prints it. */
  addressOf(local: string): string {
    return this.address === '' ? local : `${this.address}.${local}`;
  }

  /** Where a variable's value is written: the argument of the call, what is given to the root, or its default. */
  definitionOf(variable: string): Definition | undefined {
    const { call, configuration, source } = this;
    if (call) {
      const argument = attributeOf(call.declared.block.body.items, variable);
      if (argument)
        return {
          file: call.declared.file,
          expression: argument.value,
          place: { instance: call.parent, bindings: call.bindings },
          what: `argument ${variable} of module ${call.name}`,
        };
    } else {
      const given = configuration.given.get(variable);
      if (given) return { ...given, place: this.place, what: `variable ${variable} in ${given.by}` };
    }
    const declared = source.variables.get(variable);
    const fallback = declared && attributeOf(declared.block.body.items, 'default');
    return (
      fallback && {
        file: declared.file,
        expression: fallback.value,
        place: this.place,
        what: `default of variable ${variable}`,
      }
    );
  }

  /** The value of a variable, converted to its type; `undefined` where the module declares no such variable. */
  variable(name: string): Value | undefined {
    let value = this.#variables.get(name);
    if (value === undefined) {
      const declared = this.source.variables.get(name);
      if (!declared) return undefined;
      // a call that hands a variable to itself must end
      this.#variables.set(name, unknown(`variable ${name} depends on itself`));
      value = variableValue(this, name, declared);
      this.#variables.set(name, value);
    }
    return value;
  }

  /** The value of a local; `undefined` where the module has no such local. */
  local(name: string): Value | undefined {
    const known = this.#locals.get(name);
    if (known === underWay) return unknown(`local.${name} refers to itself`);
    if (known) return known;
    const written = this.source.locals.get(name);
    if (!written) return undefined;
    this.#locals.set(name, underWay);
    const value = this.configuration.evaluate(written.file, written.expression, this.place);
    this.#locals.set(name, value);
    return value;
  }

  /** The instances that a call makes; `undefined` where the module has no such call. */
  children(name: string): ModuleInstances | undefined {
    let children = this.#children.get(name);
    if (!children) {
      const declared = this.source.calls.get(name);
      if (!declared) return undefined;
      children = expandCall(
        this,
        name,
        declared,
        (source, address, call) => new ModuleInstance(this.configuration, source, address, call),
      );
      this.#children.set(name, children);
    }
    return children;
  }

  /** The value of an output, seen from the caller. */
  output(name: string): Value | undefined {
    const definition = this.outputDefinition(name);
    return (
      definition && this.configuration.evaluate(definition.file, definition.expression, definition.place)
    );
  }

  outputDefinition(name: string): Definition | undefined {
    const declared = this.source.outputs.get(name);
    const value = declared && attributeOf(declared.block.body.items, 'value');
    return (
      value && { file: declared.file, expression: value.value, place: this.place, what: `output ${name}` }
    );
  }
}

const underWay = Symbol('under way');
