import { describe, expect, it } from 'vitest';
import { evaluateText, filesOf, jsonOf, objectOfTexts } from '../../../../tests/support/evaluate-text.ts';
import { Unknown } from '../../../model/unknown.ts';
import { Budget } from './budget.ts';
import { deepMarks } from './marks.ts';
import { anyType, listOf, numberType, stringType } from './type.ts';
import { unknownValue } from './unknown-value.ts';
import { numberValue, objectValue, textValue, tupleValue } from './value.ts';

const vpc = unknownValue(
  stringType,
  new Unknown('aws_vpc.main.id is known after apply', true, ['aws_vpc.main']),
);
const late = unknownValue(numberType, new Unknown('data.x is read later', false, ['data.x']));

describe('references', () => {
  it('are asked for with all their steps, and nothing more', () => {
    const { asked } = evaluateText('"${local.a.b}-${aws_vpc.main[0].id}-${module.m["k"].out}"', {
      local: vpc,
    });
    expect(asked).toEqual(['local.a.b', 'aws_vpc.main.[0].id', 'module.m.[k].out']);
  });

  it('have their index evaluated first', () => {
    const { asked } = evaluateText('a[local.i].id', { local: objectOfTexts({ i: 'key' }) });
    expect(asked).toEqual(['local.i', 'a.[key].id']);
  });

  it('take the steps that were not used up', () => {
    const names = { a: objectValue(new Map([['b', tupleValue([textValue('x')])]])) };
    expect(evaluateText('a.b[0]', names).value.data).toBe('x');
  });

  it('do not reach outside for names that a for expression binds', () => {
    const { asked, value } = evaluateText('[for x in ["a"] : x]');
    expect(asked).toEqual([]);
    expect(value.items[0]?.data).toBe('a');
  });

  it('report what there is not', () => {
    expect(evaluateText('nothing.at.all').problems).toEqual(['there is no nothing']);
  });
});

describe('unknown values', () => {
  it('pass on their reason and all that they stem from', () => {
    const { value } = evaluateText('"${vpc}/${late}"', { vpc, late });
    expect(value.data).toMatchObject({
      reason: 'aws_vpc.main.id is known after apply',
      present: true,
      references: ['aws_vpc.main', 'data.x'],
    });
  });

  it('keep what is certain of them', () => {
    expect(evaluateText('"arn:${vpc}" == ""', { vpc }).value.data).toBe(false);
    expect(evaluateText('startswith("arn:${vpc}", "arn")', { vpc }).value.data).toBe(true);
    expect(evaluateText('vpc == null', { vpc }).value.data).toBe(false);
    expect(evaluateText('late == null', { late }).value.isUnknown).toBe(true);
    expect(evaluateText('length([vpc, late])', { vpc, late }).value.data).toBe(2);
  });

  it('leave the rest of a structure known', () => {
    expect(evaluateText('{ a = 1, b = late }.a', { late }).value.data).toBe(1);
    expect(evaluateText('merge({ a = late }, { b = 2 }).b', { late }).value.data).toBe(2);
  });

  it('have the type that the result will have', () => {
    expect(evaluateText('split(",", vpc)', { vpc }).value.type).toEqual(listOf(stringType));
    expect(evaluateText('late > 1', { late }).value.kind).toBe('bool');
    expect(evaluateText('jsondecode(vpc)', { vpc }).value.type).toEqual(anyType);
  });

  it('do not matter where the other side decides', () => {
    const open = unknownValue(anyType, 'of the test');
    expect(evaluateText('false && open', { open }).value.data).toBe(false);
    expect(evaluateText('open || true', { open }).value.data).toBe(true);
  });

  it('make of try what could still turn out wrong', () => {
    const open = unknownValue(anyType, 'of the test');
    expect(evaluateText('try(open.a, "x")', { open }).value.data).toMatchObject({ reason: 'of the test' });
    expect(evaluateText('can(open.a)', { open }).value.isUnknown).toBe(true);
  });

  it('stand for what a provider computes', () => {
    const { value, problems } = evaluateText('provider::aws::arn_parse("x")');
    expect(problems).toEqual([]);
    expect(value.data).toMatchObject({ reason: 'the provider computes provider::aws::arn_parse' });
  });
});

describe('problems', () => {
  it.each([
    ['1 + "a"', 'this cannot be calculated with: a number is required'],
    ['{ a = 1 }.b', 'there is no attribute "b" in this object'],
    ['uper("a")', 'there is no function "uper"'],
    ['upper()', 'upper fails: it takes 1 argument; the value for "str" is missing'],
    ['upper("a", "b")', 'upper fails: it takes 1 argument, not 2'],
    ['element([], 0)', 'element does not take this for "list": an empty list has no elements'],
    ['"x${null}"', 'null cannot be put into a text'],
    ['true ? [1] : { a = 1 }', 'both results must have one type: the first is tuple, the second object'],
    ['try([][0])', 'none of the expressions works; the first: there is no such element: it is empty'],
  ])('%s', (text, message) => {
    expect(evaluateText(text).problems).toEqual([message]);
  });

  it('of a branch that is not taken do not count', () => {
    expect(evaluateText('true ? 1 : [][0]').problems).toEqual([]);
    expect(evaluateText('try([][0], "x")').problems).toEqual([]);
    expect(evaluateText('false && [][0]').problems).toEqual([]);
  });

  it('never show a sensitive value', () => {
    const secret = textValue('hunter2').withMarks(new Set(['sensitive']));
    for (const text of [
      'parseint(secret, 10)',
      '{ a = 1 }[secret]',
      'formatdate(secret, "x")',
      'regex(secret, "(")',
    ])
      expect(evaluateText(text, { secret }).problems.join()).not.toContain('hunter2');
  });

  it('are limited in number', () => {
    expect(evaluateText(`[${new Array(500).fill('[][0]').join()}]`).problems).toHaveLength(100);
  });
});

describe('marks', () => {
  it('go into everything made from a value', () => {
    const secret = textValue('x').withMarks(new Set(['sensitive']));
    for (const text of [
      '"a${secret}"',
      'upper(secret)',
      'secret == "x"',
      '[secret][0]',
      'true ? secret : ""',
    ])
      expect([...evaluateText(text, { secret }).value.marks], text).toEqual(['sensitive']);
    expect(evaluateText('nonsensitive(secret)', { secret }).value.isMarked).toBe(false);
  });

  it('stay on what is unknown', () => {
    const secret = unknownValue(stringType, 'of the test').withMarks(new Set(['sensitive']));
    for (const text of [
      'try(secret, 1)',
      'provider::a::b([secret])',
      'upper(secret)',
      '[secret][*]',
      'secret ? 1 : 2',
    ])
      expect([...deepMarks(evaluateText(text, { secret }).value)], text).toEqual(['sensitive']);
  });

  it('of a collection go into what is made of its items', () => {
    const secrets = tupleValue([textValue('b'), textValue('a')]).withMarks(new Set(['sensitive']));
    for (const text of [
      'setproduct(secrets, ["x"])',
      'concat(secrets, ["x"])',
      'coalesce(secrets...)',
      '[for s in secrets : s]',
      'secrets[*]',
      'merge({ a = 1 }, zipmap(secrets, secrets))',
      'tolist(secrets)',
      'formatlist("%s", secrets)',
    ])
      expect([...evaluateText(text, { secrets }).value.marks], text).toEqual(['sensitive']);
  });
});

describe('limits', () => {
  const doubled = (step: (before: string) => string) => {
    let text = '"x"';
    for (let at = 0; at < 40; at++) text = `[for v in [${text}] : ${step('v')}][0]`;
    return text;
  };

  it.each([
    ['loops in loops', '[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c]]]'],
    ['a text that doubles', doubled((v) => `"\${${v}}\${${v}}"`)],
    ['a tuple that doubles', doubled((v) => `[${v}, ${v}]`)],
    ['all combinations', 'setproduct(range(1000), range(1000), range(1000))'],
    ['a long line', 'indent(1000000000, "a\\nb")'],
    ['a huge number', 'pow(10, 300) * 1e30000'],
    ['a template that calls itself', 'templatefile("self", {})'],
  ])('%s end in a problem, soon', (_name, text) => {
    const files = filesOf({ self: '${templatefile("self", {})}' });
    const { value, problems } = evaluateText(text, {}, files);
    expect(problems.length).toBeGreaterThan(0);
    expect(value.isWhollyKnown).toBe(false);
  });

  it('say once that the budget is spent, and give nothing that is half done', () => {
    const { value, problems } = evaluateText('[for a in range(100) : a]', {}, undefined, new Budget(50));
    expect(value.isUnknown).toBe(true);
    expect(problems).toEqual(['this takes too much work: it goes through too many items, or calls itself']);
  });

  it('hold for all expressions together too', () => {
    const budget = new Budget(1000, 1500);
    const spend = () => evaluateText('[for a in range(100) : a]', {}, undefined, budget).problems.length;
    expect(Array.from({ length: 20 }, spend)).toContain(1);
  });
});

describe('templates', () => {
  it('give the value of a lone interpolation as it is', () => {
    expect(evaluateText('"${[1]}"').value.kind).toBe('tuple');
    expect(evaluateText('"${n}"', { n: numberValue(5) }).value.data).toBe(5);
  });

  it('from files see their variables only', () => {
    const files = filesOf({ 'a.tpl': '%{ for n in names ~}\n${upper(n)};\n%{ endfor ~}\n${missing}' });
    expect(evaluateText('templatefile("a.tpl", { names = ["x"], missing = 1 })', {}, files).value.data).toBe(
      'X;\n1',
    );
    expect(evaluateText('templatefile("a.tpl", { names = [] })', {}, files).problems).toEqual([
      'templatefile fails: the template "a.tpl": no variable "missing" is given to it',
    ]);
  });
});

describe('objects', () => {
  it('read bare names as keys, and parentheses as expressions', () => {
    expect(jsonOf('{ k = 1, (k) = 2, "${k}-x" = 3 }', { k: textValue('v') })).toBe('{"k":1,"v":2,"v-x":3}');
  });
});
