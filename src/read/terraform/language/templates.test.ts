import { expect, it } from 'vitest';
import { safePrefix } from './templates.ts';

it.each([
  ['arn:', 'arn:'],
  ['arn:aws', 'arn:aw'],
  ['a', ''],
  ['', ''],
  ['é-', 'é-'],
  ['aé', 'a'],
  ['-é', '-'],
  [`${'x'.repeat(200)}-`, 'x'.repeat(127)],
])('the part of %j that nothing put after it can change is %j', (text, expected) => {
  expect(safePrefix(text)).toBe(expected);
});
