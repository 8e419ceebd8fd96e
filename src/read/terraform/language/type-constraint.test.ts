import { describe, expect, it } from 'vitest';
import { evaluateText, jsonOf } from '../../../../tests/support/evaluate-text.ts';
import { parseHclExpression } from '../../../syntax/hcl/parse-hcl.ts';
import { Failure } from './failure.ts';
import { fit, parseType, type TypeConstraint } from './type-constraint.ts';

function parse(text: string): TypeConstraint & { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const constraint = parseType(
    parseHclExpression(text).expression,
    (expression) => evaluateText(text.slice(expression.start, expression.end)).value,
    ({ message, start, end }) => problems.push(`${text.slice(start, end)}: ${message}`),
  );
  return { ...constraint, problems };
}

function fitted(type: string, value: string): string {
  const result = fit(evaluateText(value).value, parse(type));
  return result instanceof Failure ? `error: ${result.message}` : jsonOf('v', { v: result });
}

describe('type constraints', () => {
  it.each([
    ['object({ a = string, b = optional(number, 3) })', '{ a = 1 }', '{"a":"1","b":3}'],
    ['object({ a = optional(string) })', '{}', '{"a":null}'],
    ['object({ a = optional(string, "x") })', '{ a = null }', '{"a":"x"}'],
    ['list(object({ a = optional(list(string), ["x"]) }))', '[{}, { a = [1] }]', '[{"a":["x"]},{"a":["1"]}]'],
    [
      'map(object({ in = optional(object({ deep = optional(bool, true) }), {}) }))',
      '{ k = {} }',
      '{"k":{"in":{"deep":true}}}',
    ],
    ['tuple([string, object({ a = optional(number, 1) })])', '[1, {}]', '["1",{"a":1}]'],
    ['set(number)', '["2", 1, 2]', '[1,2]'],
    ['any', '[1, "a"]', '[1,"a"]'],
    ['map(any)', '{ a = 1, b = "x" }', '{"a":"1","b":"x"}'],
    ['list(string)', '{ a = 1 }', 'error: list of string required, not object'],
    ['object({ a = string })', '{}', 'error: attribute "a" is required'],
    ['number', '"x"', 'error: a number is required'],
  ])('%s takes %s as %s', (type, value, expected) => {
    expect(fitted(type, value)).toBe(expected);
  });

  it.each([
    ['list', 'list: the type "list" needs the element type in parentheses'],
    ['"string"', '"string": this is not a type: write string without quotes'],
    ['object({ a = strin })', 'strin: "strin" is not a type'],
    ['object({ a = string, a = number })', 'a: the attribute "a" is there twice'],
    ['optional(string)', 'optional(string): "optional" stands only around the type of an object attribute'],
    [
      'object({ a = optional(number, "x") })',
      '"x": the default value does not fit the type: a number is required',
    ],
    [
      'map(string, number)',
      'map(string, number): the type "map" takes exactly one argument: the element type',
    ],
  ])('%s is wrong', (type, expected) => {
    expect(parse(type).problems).toEqual([expected]);
  });
});
