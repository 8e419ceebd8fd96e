import { parseHclTemplate } from '../../../syntax/hcl/parse-hcl.ts';
import type { Expression, GetAttribute, Index, Literal, Range, Variable } from '../../../syntax/hcl/tree.ts';
import { takeStep } from './access.ts';
import { deepestNesting } from './budget.ts';
import { evaluateCall } from './calls.ts';
import { evaluateConditional } from './conditional.ts';
import { evaluateObject, evaluateTuple } from './constructors.ts';
import { type Binding, bound, type Evaluation } from './evaluation.ts';
import { Failure, fail } from './failure.ts';
import type { CallContext } from './functions/function.ts';
import { evaluateFor } from './loop.ts';
import { parseNumber } from './number-text.ts';
import { evaluateBinary, evaluateUnary } from './operators.ts';
import type { Diagnostic, Resolution, Scope, Step } from './scope.ts';
import { evaluateSplat } from './splat.ts';
import { evaluateTemplate } from './templates.ts';
import { anyType } from './type.ts';
import { unknownValue } from './unknown-value.ts';
import { boolValue, numberValue, textValue, untypedNull, type Value } from './value.ts';

/**
 * The value of an expression. Never throws: what is wrong goes to `scope.report`, and the place is unknown for that
 * reason. Work is bounded by `scope.budget`.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (expression.kind === 'template' && expression.parts.length === 1) {
    const part = expression.parts[0]!;
    if (part.kind === 'text' && part.text.length < 1024) return textValue(part.text);
  }
  return new Evaluator(scope).run(expression);
}

/** More diagnostics of one expression say nothing new: of the others only their number counts. */
const mostDiagnostics = 100;
const longestMessage = 300;
const untold: Diagnostic = { message: '', start: 0, end: 0 };

class Evaluator implements Evaluation, CallContext {
  names: Binding | undefined;
  private diagnostics: Diagnostic[] | undefined;

  constructor(readonly scope: Scope) {}

  get files() {
    return this.scope.files;
  }

  /** Evaluates and reports. */
  run(expression: Expression): Value {
    const { budget } = this.scope;
    if (budget.depth === 0) budget.refill();
    const value = this.evaluate(expression);
    for (const diagnostic of this.diagnostics ?? []) if (diagnostic !== untold) this.scope.report(diagnostic);
    return value;
  }

  evaluate(expression: Expression): Value {
    const { budget } = this.scope;
    budget.spend(1);
    if (budget.isSpent) return this.giveUp(expression);
    if (budget.depth >= deepestNesting) return this.fail('this is nested too deeply', expression);
    budget.depth++;
    try {
      const value = this.dispatch(expression);
      // What was evaluated until the budget was spent may be half of it.
      return budget.isSpent ? this.giveUp(expression) : value;
    } catch (failure) {
      if (failure instanceof Failure) return this.fail(failure.message, expression);
      if (failure instanceof RangeError)
        return this.fail('the result is too large or nested too deeply', expression);
      throw failure;
    } finally {
      budget.depth--;
    }
  }

  private giveUp(at: Range): Value {
    const message = 'this takes too much work: it goes through too many items, or calls itself';
    return this.scope.budget.takeComplaint() ? this.fail(message, at) : unknownValue(anyType, message);
  }

  get problems(): number {
    return this.diagnostics?.length ?? 0;
  }

  fail(message: string, { start, end }: Range): Value {
    const short = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
    this.diagnostics ??= [];
    this.diagnostics.push(
      this.diagnostics.length < mostDiagnostics ? { message: short, start, end } : untold,
    );
    return unknownValue(anyType, short);
  }

  drop(from: number, to = this.problems): void {
    if (from < to) this.diagnostics?.splice(from, to - from);
  }

  problem(from: number): string | undefined {
    return this.diagnostics?.[from]?.message;
  }

  render(text: string, variables: ReadonlyMap<string, Value>, path?: string): Value {
    const { expression, errors } = parseHclTemplate(text);
    const where = path === undefined ? 'the template' : `the template "${path}"`;
    if (errors[0]) fail(`${where} cannot be read: ${errors[0].message}`);
    const problems: string[] = [];
    const value = evaluate(expression, {
      resolve: (root) => {
        const found = variables.get(root);
        return found ? { value: found, used: 0 } : new Failure(`no variable "${root}" is given to it`, 1);
      },
      report: ({ message }) => problems.push(message),
      files: this.files,
      budget: this.scope.budget,
    });
    if (problems[0] !== undefined) fail(`${where}: ${problems[0]}`);
    return value;
  }

  private dispatch(expression: Expression): Value {
    switch (expression.kind) {
      case 'literal':
        return evaluateLiteral(expression);
      case 'template':
        return evaluateTemplate(expression, this);
      case 'variable':
      case 'attribute-access':
      case 'index':
        return this.traverse(expression);
      case 'tuple':
        return evaluateTuple(expression, this);
      case 'object':
        return evaluateObject(expression, this);
      case 'call':
        return evaluateCall(expression, this, this);
      case 'conditional':
        return evaluateConditional(expression, this);
      case 'binary':
        return evaluateBinary(expression, this);
      case 'unary':
        return evaluateUnary(expression, this);
      case 'for':
        return evaluateFor(expression, this);
      case 'splat':
        return evaluateSplat(expression, this);
      case 'parenthesised':
        return this.evaluate(expression.inner);
      case 'broken':
        return unknownValue(anyType, 'the expression cannot be read');
    }
  }

  /** A reference with all its steps is resolved at once; anything else is evaluated first and then stepped into. */
  private traverse(expression: Variable | GetAttribute | Index): Value {
    let root: Expression = expression;
    let count = 0;
    while (root.kind === 'attribute-access' || root.kind === 'index') {
      root = root.of;
      count++;
    }
    const steps = new Array<Step>(count);
    let at: Expression = expression;
    for (let position = count - 1; at.kind === 'attribute-access' || at.kind === 'index'; position--) {
      steps[position] = at.kind === 'index' ? this.evaluate(at.key) : at.name;
      at = at.of;
    }
    if (root.kind !== 'variable') return this.step(this.evaluate(root), steps, 0);
    const local = bound(this.names, root.name);
    if (local) return this.step(local, steps, 0);
    const found: Resolution | Failure = this.scope.resolve(root.name, steps, expression);
    if (found instanceof Failure) throw found;
    return this.step(found.value, steps, found.used);
  }

  private step(value: Value, steps: readonly Step[], from: number): Value {
    let result = value;
    for (let at = from; at < steps.length; at++) result = takeStep(result, steps[at]!);
    return result;
  }
}

function evaluateLiteral({ value }: Literal): Value {
  if (value === null) return untypedNull;
  if (typeof value === 'boolean') return boolValue(value);
  const number = parseNumber(value.number);
  if (number instanceof Failure) throw number;
  return numberValue(number);
}
