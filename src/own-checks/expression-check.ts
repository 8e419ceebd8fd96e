import { Environment } from '@marcbachmann/cel-js';
import type { AnyCheck, Fault } from '../checks/check.ts';
import type { ExpressionRule } from '../config/config.ts';
import { isProduction } from '../graph/circumstances.ts';
import { resources, type Subject } from '../graph/selector.ts';
import type { Node } from '../model/node.ts';
import type { Problem } from '../model/problem.ts';
import { celValue } from './cel-value.ts';

type Ask = (context: Record<string, unknown>) => unknown;

/**
 * Makes a check of an expression in the configuration. `assert` must hold for every resource of the types named for
 * which `when` does; what it names and is not there makes it false.
 * @returns the check, or the problems of its expressions, each at its line
 */
export function expressionCheck(
  rule: ExpressionRule,
  report: (problem: Problem) => void,
): AnyCheck | undefined {
  const environment = new Environment({ homogeneousAggregateLiterals: false });
  for (const name of ['resource', 'unit']) environment.registerVariable(name, 'dyn');
  for (const name of ['address', 'kind', 'name']) environment.registerVariable(name, 'string');
  const compile = (part: 'when' | 'assert'): Ask | undefined => {
    const text = rule[part];
    if (text === undefined) return () => true;
    const place = rule.source.peek(part) ?? rule.source;
    const checked = environment.check(text);
    if (checked.valid) return environment.parse(text) as Ask;
    report(complaint(place, part, rule.id, firstLine(checked.error)));
    return undefined;
  };
  const [when, assert] = [compile('when'), compile('assert')];
  if (!when || !assert) return undefined;
  const told = new Set<string>();
  const holds = (ask: Ask, part: 'when' | 'assert', context: Record<string, unknown>) => {
    try {
      return ask(context) === true;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const message = firstLine(error);
      if (/^No such key/.test(message)) return false;
      if (!told.has(part)) report(complaint(rule.source.peek(part) ?? rule.source, part, rule.id, message));
      told.add(part);
      throw error;
    }
  };
  return {
    id: rule.id,
    title: rule.title,
    dimension: rule.dimension,
    severity: rule.severity,
    why: rule.why ?? rule.title,
    ...(rule.controls ? { controls: rule.controls } : {}),
    ...(rule.sameAs ? { sameAs: rule.sameAs } : {}),
    visits: resources(...rule.resources),
    judge(subject: Subject): Fault | undefined {
      const context = contextOf(subject);
      if (!holds(when, 'when', context) || holds(assert, 'assert', context)) return undefined;
      return { message: `${subject.resource.address}: ${rule.message ?? rule.title}` };
    },
    examples: { bad: '', good: '' },
  };
}

function contextOf({ resource }: Subject): Record<string, unknown> {
  const { address, type, name, unit, body } = resource;
  return {
    resource: celValue(body),
    address,
    kind: type,
    name,
    unit: {
      kind: unit.kind,
      path: unit.path,
      environment: unit.environment ?? '',
      production: isProduction(resource),
    },
  };
}

function complaint({ file, start, end }: Node, part: string, id: string, message: string): Problem {
  return {
    kind: 'configuration',
    message: `${part} of ${id} is no expression that can be evaluated: ${message}`,
    path: file.path,
    file,
    start,
    end,
  };
}

function firstLine(error: Error | undefined): string {
  return error?.message.split('\n', 1)[0] ?? 'it is wrong';
}
