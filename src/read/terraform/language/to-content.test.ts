import { expect, it } from 'vitest';
import { evaluateText } from '../../../../tests/support/evaluate-text.ts';
import { Unknown } from '../../../model/unknown.ts';
import { toContent } from './to-content.ts';
import { numberType } from './type.ts';
import { unknownValue } from './unknown-value.ts';

const content = (text: string) => toContent(evaluateText(text).value);

it('gives numbers as doubles and everything else as it is', () => {
  expect(content('1')).toBe(1);
  expect(content('1.5')).toBe(1.5);
  expect(content('1 / 3')).toBe(1 / 3);
  expect(content('12345678901234567890')).toBe(1.2345678901234567e19);
  expect(content('"a"')).toBe('a');
  expect(content('true')).toBe(true);
  expect(content('null')).toBe(null);
  expect(content('tonumber(null)')).toBe(null);
  expect(content('[1, "a"]')).toHaveLength(2);
  expect(content('{ a = 1 }')).toBeInstanceOf(Map);
});

it('gives what is unknown with its reason', () => {
  const why = new Unknown('of the test', true, ['aws_vpc.main']);
  expect(toContent(unknownValue(numberType, why))).toBe(why);
});
