import type { Expression } from '../../syntax/hcl/tree.ts';
import { constantText } from './constant.ts';
import type { ModuleInstance } from './instance.ts';
import { Failure } from './language/failure.ts';
import { fit, parseType, type TypeConstraint } from './language/type-constraint.ts';
import type { Value } from './language/value.ts';
import type { Declared } from './module-source.ts';
import { attributeOf, literalFlag, unknown } from './written.ts';

const sensitive: ReadonlySet<string> = new Set(['sensitive']);

/** What a variable holds: the value given, else its default, converted to its declared type. */
export function variableValue(instance: ModuleInstance, name: string, declared: Declared): Value {
  const { items } = declared.block.body;
  const type = attributeOf(items, 'type')?.value;
  const definition = instance.definitionOf(name);
  const fallback = attributeOf(items, 'default');
  let value = definition
    ? instance.configuration.evaluate(definition.file, definition.expression, definition.place)
    : unknown(`variable ${name} has no default and no value is given`);
  const nullable = literalFlag(attributeOf(items, 'nullable')?.value, true);
  if (value.isNull && !nullable && fallback)
    value = instance.configuration.evaluate(declared.file, fallback.value, instance.place);
  if (type) value = fitTo(instance, declared, type, value);
  return literalFlag(attributeOf(items, 'sensitive')?.value, false) ? value.withMarks(sensitive) : value;
}

const constraints = new WeakMap<Expression, TypeConstraint>();

/** A type is read once for each declaration, however many instances of the module there are. */
function constraintOf(instance: ModuleInstance, { file }: Declared, type: Expression): TypeConstraint {
  let constraint = constraints.get(type);
  if (!constraint) {
    const { evaluate, report } = instance.configuration;
    constraint = parseType(
      withoutLegacyForms(type),
      (expression) => evaluate(file, expression, instance.place),
      ({ message, start, end }) => report({ kind: 'invalid', message, path: file.path, file, start, end }),
    );
    constraints.set(type, constraint);
  }
  return constraint;
}

function fitTo(instance: ModuleInstance, declared: Declared, type: Expression, value: Value): Value {
  const result = fit(value, constraintOf(instance, declared, type));
  if (!(result instanceof Failure)) return result;
  const name = declared.block.labels[0]!.text;
  const given = instance.definitionOf(name)!;
  const message = `the value of variable ${name} does not fit its type: ${result.message}`;
  const { start, end } = given.expression;
  instance.configuration.report({
    kind: 'invalid',
    message,
    path: given.file.path,
    file: given.file,
    start,
    end,
  });
  return unknown(message);
}

/**
 * Source: Terraform's decoding of variable types: `list` and `map` alone hold anything, and "string", "list" and "map" in quotes,
 * which are those of version 0.11, are still read.
 */
function withoutLegacyForms(type: Expression): Expression {
  const text = type.kind === 'variable' ? type.name : constantText(type);
  const { start, end } = type;
  if (text === 'string') return { kind: 'variable', name: text, start, end };
  if (text !== 'list' && text !== 'map') return type;
  return {
    kind: 'call',
    name: text,
    args: [{ kind: 'variable', name: 'any', start, end }],
    expand: false,
    start,
    end,
  };
}
