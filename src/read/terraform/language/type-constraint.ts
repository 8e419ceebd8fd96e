import type { Call, Expression, ObjectConstructor, ObjectItem, Range } from '../../../syntax/hcl/tree.ts';
import { convert } from './convert.ts';
import { Failure } from './failure.ts';
import { anyType, boolType, numberType, objectOf, stringType, type Type, tupleOf } from './type.ts';
import { applyDefaults, type TypeDefaults } from './type-defaults.ts';
import type { Value } from './value.ts';

/** What a `type = …` says. */
export interface TypeConstraint {
  readonly type: Type;
  /** values of optional attributes, where it states any */
  readonly defaults?: TypeDefaults;
}

export interface TypeError extends Range {
  /** what is wrong and what would be right */
  readonly message: string;
}

/**
 * Reads a type constraint such as `map(object({ size = optional(number, 3) }))`.
 * @param evaluate gives the value of a default, which may use literals and functions only; problems are its own to report
 * @param report gets what is wrong; the place counts as `any` then
 * Source: Terraform language documentation, "Type Constraints"; hashicorp/hcl, ext/typeexpr.
 */
export function parseType(
  expression: Expression,
  evaluate: (expression: Expression) => Value,
  report: (error: TypeError) => void,
): TypeConstraint {
  return new TypeParser(evaluate, report).constraint(expression);
}

const primitives: Readonly<Record<string, Type>> = {
  string: stringType,
  number: numberType,
  bool: boolType,
  any: anyType,
};

/** A value as one of the constraint, with its defaults put in, or why it cannot be. */
export function fit(value: Value, { type, defaults }: TypeConstraint): Value | Failure {
  return convert(defaults && !value.isNull ? applyDefaults(value, defaults) : value, type);
}

class TypeParser {
  constructor(
    private readonly evaluate: (expression: Expression) => Value,
    private readonly report: (error: TypeError) => void,
  ) {}

  constraint(expression: Expression): TypeConstraint {
    switch (expression.kind) {
      case 'variable':
        return this.keyword(expression.name, expression);
      case 'call':
        return this.call(expression);
      case 'parenthesised':
        return this.constraint(expression.inner);
      case 'broken':
        return { type: anyType };
      default: {
        const quoted = quotedText(expression);
        const hint =
          quoted === undefined
            ? 'write one such as string or list(string)'
            : `write ${quoted} without quotes`;
        return this.wrong(expression, `this is not a type: ${hint}`);
      }
    }
  }

  private keyword(name: string, at: Range): TypeConstraint {
    const type = primitives[name];
    if (type) return { type };
    const arguments_ = parameters[name];
    if (arguments_) return this.wrong(at, `the type "${name}" needs ${arguments_} in parentheses`);
    return this.wrong(at, `"${name}" is not a type`);
  }

  private call(call: Call): TypeConstraint {
    const [argument] = call.args;
    const expected = parameters[call.name];
    if (!expected) return this.wrong(call, unknownConstructor(call.name));
    if (!argument || call.args.length > 1)
      return this.wrong(call, `the type "${call.name}" takes exactly one argument: ${expected}`);
    switch (call.name) {
      case 'object':
        if (argument.kind === 'object') return this.object(argument);
        return this.wrong(
          argument,
          'an object type needs its attributes in braces: object({ name = string })',
        );
      case 'tuple':
        if (argument.kind === 'tuple') return this.tuple(argument.items);
        return this.wrong(
          argument,
          'a tuple type needs its element types in brackets: tuple([string, number])',
        );
      default:
        return this.collection(call.name as 'list' | 'set' | 'map', argument);
    }
  }

  private collection(kind: 'list' | 'set' | 'map', argument: Expression): TypeConstraint {
    const { type: element, defaults } = this.constraint(argument);
    const type: Type = { kind, element };
    return defaults
      ? { type, defaults: { type, values: new Map(), parts: new Map([['', defaults]]) } }
      : { type };
  }

  private tuple(items: readonly Expression[]): TypeConstraint {
    const constraints = items.map((item) => this.constraint(item));
    const type = tupleOf(constraints.map((constraint) => constraint.type));
    const parts = new Map<string, TypeDefaults>();
    for (const [at, { defaults }] of constraints.entries()) if (defaults) parts.set(String(at), defaults);
    return parts.size > 0 ? { type, defaults: { type, values: new Map(), parts } } : { type };
  }

  private object(braces: ObjectConstructor): TypeConstraint {
    const attributes = new Map<string, Type>();
    const optional = new Set<string>();
    const values = new Map<string, Value>();
    const parts = new Map<string, TypeDefaults>();
    for (const item of sorted(braces.items)) {
      const name = bareName(item.key);
      if (name === undefined || attributes.has(name)) {
        const message =
          name === undefined
            ? 'attribute names stand without quotes'
            : `the attribute "${name}" is there twice`;
        this.report({ start: item.key.start, end: item.key.end, message });
        continue;
      }
      const modifier = optionalModifier(item.value);
      const { type, defaults } = this.constraint(modifier?.args[0] ?? item.value);
      attributes.set(name, type);
      if (defaults) parts.set(name, defaults);
      if (!modifier) continue;
      optional.add(name);
      const value = this.defaultValue(modifier, type);
      if (value) values.set(name, value);
    }
    const type = objectOf(attributes, optional);
    return values.size + parts.size > 0 ? { type, defaults: { type, values, parts } } : { type };
  }

  private defaultValue(modifier: Call, type: Type): Value | undefined {
    const [, expression] = modifier.args;
    if (modifier.args.length === 0 || modifier.args.length > 2)
      this.wrong(modifier, 'optional takes the type and, where there is one, the default value');
    if (!expression) return undefined;
    const value = convert(this.evaluate(expression), type);
    if (!(value instanceof Failure)) return value;
    this.wrong(expression, `the default value does not fit the type: ${value.message}`);
    return undefined;
  }

  private wrong({ start, end }: Range, message: string): TypeConstraint {
    this.report({ start, end, message });
    return { type: anyType };
  }
}

const parameters: Readonly<Record<string, string>> = {
  list: 'the element type',
  set: 'the element type',
  map: 'the element type',
  object: 'the attributes and their types',
  tuple: 'the element types',
};

function unknownConstructor(name: string): string {
  if (primitives[name]) return `the type "${name}" takes no arguments`;
  if (name === 'optional') return '"optional" stands only around the type of an object attribute';
  return `"${name}" is not a type`;
}

function optionalModifier(expression: Expression): Call | undefined {
  return expression.kind === 'call' && expression.name === 'optional' ? expression : undefined;
}

/** The text of a name without quotes; a template of one text part is as long as its text only then. */
function bareName(key: Expression): string | undefined {
  const text = quotedText(key);
  return text !== undefined && key.end - key.start === text.length ? text : undefined;
}

function quotedText(expression: Expression): string | undefined {
  if (expression.kind !== 'template' || expression.parts.length !== 1) return undefined;
  const [part] = expression.parts;
  return part?.kind === 'text' ? part.text : undefined;
}

function sorted(items: readonly ObjectItem[]): readonly ObjectItem[] {
  const name = (item: ObjectItem) => bareName(item.key) ?? '';
  return [...items].sort((a, b) =>
    name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a.key.start - b.key.start,
  );
}
