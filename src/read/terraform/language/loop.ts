import type { Expression, For, ForDirective } from '../../../syntax/hcl/tree.ts';
import { convert } from './convert.ts';
import type { Binding, Evaluation } from './evaluation.ts';
import { Failure } from './failure.ts';
import { anyType, boolType, describeType, stringType } from './type.ts';
import { unknownFrom } from './unknown-value.ts';
import {
  joinMarks,
  noMarks,
  numberValue,
  objectValue,
  textValue,
  tupleValue,
  untypedNull,
  type Value,
} from './value.ts';

/**
 * Goes through a collection with the names of a `for` bound to each key and value.
 * @returns the collection, unknown or unsettled where it cannot be gone through; that it is none has been reported then
 */
export function iterate(
  node: Pick<For, 'keyName' | 'valueName' | 'collection'> | ForDirective,
  evaluation: Evaluation,
  visit: () => void,
): Value {
  const [keyName, valueName] = 'valueName' in node ? [node.keyName, node.valueName] : [node.key, node.value];
  const collection = evaluation.evaluate(node.collection);
  if (collection.isNull) return evaluation.fail('null cannot be gone through with "for"', node.collection);
  if (collection.kind === 'string' || collection.kind === 'number' || collection.kind === 'bool')
    return evaluation.fail(
      `a ${describeType(collection.type)} cannot be gone through with "for"`,
      node.collection,
    );
  if (collection.isUnknown || collection.isUnsettled) return collection;
  const { names, scope } = evaluation;
  const key: Binding | undefined =
    keyName === undefined ? undefined : { name: keyName, value: untypedNull, outer: names };
  const value: Binding = { name: valueName, value: untypedNull, outer: key ?? names };
  evaluation.names = value;
  try {
    if (Array.isArray(collection.data))
      for (const [at, item] of collection.items.entries()) {
        value.value = item;
        if (key) key.value = collection.kind === 'set' ? item : numberValue(at);
        visit();
        if (scope.budget.isSpent) break;
      }
    else
      for (const [name, part] of collection.entries) {
        value.value = part;
        if (key) key.value = textValue(name);
        visit();
        if (scope.budget.isSpent) break;
      }
  } finally {
    evaluation.names = names;
  }
  return collection;
}

/** `[for … : value if condition]` and `{for … : key => value… if condition}`. Source: hashicorp/hcl, ForExpr. */
export function evaluateFor(node: For, evaluation: Evaluation): Value {
  const loop = new Loop(node, evaluation);
  const collection = iterate(node, evaluation, () => loop.visit());
  if (!collection.isIterable || collection.isUnsettled)
    return unknownFrom(anyType, [collection]).withMarks(collection.marks);
  return loop.finish().withMarks(collection.marks);
}

class Loop {
  private readonly items: Value[] = [];
  private readonly entries = new Map<string, Value[]>();
  /** a condition or key that is unknown, so that nothing can be told of the whole */
  private undecided: Value | undefined;
  private marks = noMarks;

  constructor(
    private readonly node: For,
    private readonly evaluation: Evaluation,
  ) {}

  visit(): void {
    const { condition, key, value } = this.node;
    if (condition && !this.isIncluded(condition)) return;
    if (!key) {
      this.items.push(this.evaluation.evaluate(value));
      return;
    }
    const name = this.keyOf(key);
    if (name !== undefined) this.addEntry(name, this.evaluation.evaluate(value), key);
  }

  finish(): Value {
    if (this.undecided) return unknownFrom(anyType, [this.undecided]).withMarks(this.marks);
    if (!this.node.key) return tupleValue(this.items).withMarks(this.marks);
    const entries = new Map<string, Value>();
    for (const [name, values] of this.entries)
      entries.set(name, this.node.group ? tupleValue(values) : values[0]!);
    return objectValue(entries).withMarks(this.marks);
  }

  private isIncluded(condition: Expression): boolean {
    const given = this.evaluation.evaluate(condition);
    this.marks = joinMarks(this.marks, given.marks);
    const flag = given.isNull ? new Failure('it is null') : convert(given, boolType);
    if (flag instanceof Failure)
      return this.isWrong(`a condition must be true or false: ${flag.message}`, condition);
    if (!flag.isUnknown) return flag.flag;
    this.undecided ??= flag;
    return false;
  }

  private keyOf(expression: Expression): string | undefined {
    const given = this.evaluation.evaluate(expression);
    this.marks = joinMarks(this.marks, given.marks);
    const key = given.isNull ? new Failure('it is null') : convert(given, stringType);
    if (key instanceof Failure) this.isWrong(`this cannot be a key: ${key.message}`, expression);
    else if (key.isUnknown) this.undecided ??= key;
    else return key.text;
    return undefined;
  }

  private addEntry(name: string, value: Value, key: Expression): void {
    const values = this.entries.get(name);
    if (!values) this.entries.set(name, [value]);
    else if (this.node.group) values.push(value);
    else {
      const shown = this.marks.size > 0 ? 'the same key' : `the key "${name}"`;
      this.evaluation.fail(`two items give ${shown}: write "..." after the value to group them`, key);
    }
  }

  /** Reported once: every further item would most likely say the same. */
  private isWrong(message: string, at: Expression): false {
    this.undecided ??= this.evaluation.fail(message, at);
    return false;
  }
}
