import {
  type CallSite,
  type Configuration,
  type Definition,
  noBindings,
  type Place,
} from './configuration.ts';
import { isConstant } from './constant.ts';
import { alone, type Expansion, expand, untold } from './expand.ts';
import { expandCall, type ModuleInstances, noInstances } from './expand-call.ts';
import type { Value } from './language/value.ts';
import { Declared, headEnd, type ModuleSource, type Written } from './module-source.ts';
import { variableValue } from './variables.ts';
import { attributeOf, unknown } from './written.ts';

/** One instance of a module: the root, or what one call (and one key of its `for_each`) makes. Everything is evaluated at first use. */
export class ModuleInstance {
  /** the module itself, outside of any `for_each` */
  readonly place: Place;
  /** how many calls lie between this and the root */
  readonly depth: number;
  // most instances need none of these: each is made when something is to be put into it
  private values: Map<object | string, Value | typeof underWay> | undefined;
  private calls: Map<string, ModuleInstances> | undefined;
  private expansions: Map<string, Expansion> | undefined;
  private known: Map<string, readonly string[]> | undefined;
  private addresses: Map<string, string> | undefined;

  constructor(
    readonly configuration: Configuration,
    readonly source: ModuleSource,
    /** `module.network["a"]`; empty for the root */
    readonly address: string,
    readonly call?: CallSite,
  ) {
    this.place = { instance: this, bindings: noBindings };
    this.depth = call ? call.parent.depth + 1 : 0;
  }

  /** Addresses of the resources that a name of this module leads to, as far as they were asked for. */
  get leads(): Map<string, readonly string[]> {
    this.known ??= new Map();
    return this.known;
  }

  /** The address of something in this module, as Terraform prints it. */
  addressOf(local: string): string {
    if (this.address === '') return local;
    // the same text each time, as it is looked up by many, and a new one would have to be hashed again
    this.addresses ??= new Map();
    let address = this.addresses.get(local);
    if (address === undefined) {
      address = `${this.address}.${local}`;
      this.addresses.set(local, address);
    }
    return address;
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
    const declared = this.source.variables.get(name);
    if (!declared) return undefined;
    return this.once(declared, `var.${name}`, declared, () => variableValue(this, name, declared));
  }

  /** The value of a local; `undefined` where the module has no such local. */
  local(name: string): Value | undefined {
    const written = this.source.locals.get(name);
    return written && this.once(written, `local.${name}`, written, () => this.evaluate(written, this.place));
  }

  /** The value of an output, seen from the caller; `undefined` where the module has no such output. */
  output(name: string): Value | undefined {
    const declared = this.source.outputs.get(name);
    const written = declared && this.outputDefinition(name);
    return (
      written && this.once(declared, `output.${name}`, declared, () => this.evaluate(written, this.place))
    );
  }

  /** The value of an argument that a resource is written with, by its address in the module: `aws_vpc.main[0].cidr_block`. */
  argument(address: string, written: Written, place: Place): Value {
    // most are plain texts, and remembering those takes longer than reading them
    if (isConstant(written.expression)) return this.evaluate(written, place);
    return this.once(address, address, written, () => this.evaluate(written, place));
  }

  /** A value that is told once, under a key of its own. */
  private once(key: object | string, name: string, at: Declared | Written, tell: () => Value): Value {
    this.values ??= new Map();
    const known = this.values.get(key);
    if (known === underWay) return this.circle(name, at);
    if (known) return known;
    this.values.set(key, underWay);
    const value = tell();
    this.values.set(key, value);
    return value;
  }

  private circle(name: string, at: Declared | Written): Value {
    const reason = `${name} needs its own value to be told`;
    const { file } = at;
    const { start, end } =
      at instanceof Declared ? { start: at.block.start, end: headEnd(at.block) } : at.expression;
    this.configuration.report({ kind: 'invalid', message: reason, path: file.path, file, start, end });
    return unknown(reason);
  }

  private evaluate({ file, expression }: Written, place: Place): Value {
    return this.configuration.evaluate(file, expression, place);
  }

  /** The instances that a call makes; `undefined` where the module has no such call. */
  children(name: string): ModuleInstances | undefined {
    const declared = this.source.calls.get(name);
    if (!declared) return undefined;
    this.calls ??= new Map();
    let children = this.calls.get(name);
    if (!children) {
      // what a call looks like to its own `count` or `for_each`
      this.calls.set(name, noInstances);
      children = expandCall(
        this,
        name,
        declared,
        (source, address, call) => new ModuleInstance(this.configuration, source, address, call),
      );
      this.calls.set(name, children);
    } else if (children === noInstances) this.circle(`module.${name}`, declared);
    return children;
  }

  /** The instances of a resource (`type.name`) or data source (`data.type.name`), told once. */
  expansionOf(local: string, declared: Declared): Expansion {
    if (!declared.meta.repetition) return alone;
    this.expansions ??= new Map();
    let expansion = this.expansions.get(local);
    if (!expansion) {
      // what a resource looks like to its own `count` or `for_each`
      this.expansions.set(local, untold);
      expansion = expand(declared, this.place);
      this.expansions.set(local, expansion);
    } else if (expansion === untold) this.circle(local, declared);
    return expansion;
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
