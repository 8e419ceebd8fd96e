import { expect, test } from 'vitest';
import { count, digits, listed, listedUpTo, onlyIn, severityCounts } from './wording.ts';

test('groups digits', () => {
  expect([0, 999, 1000, 1234567].map(digits)).toEqual(['0', '999', '1,000', '1,234,567']);
});

test('counts in words', () => {
  expect(count(1, 'place')).toBe('1 place');
  expect(count(0, 'place')).toBe('0 places');
  expect(count(2, 'kind of problem', 'kinds of problem')).toBe('2 kinds of problem');
});

test('lists', () => {
  expect(listed([])).toBe('');
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listedUpTo(2, ['a', 'b', 'c', 'd'])).toBe('a, b and 2 more');
});

test('names severities that occur', () => {
  expect(severityCounts({ critical: 1, high: 0, medium: 1200, low: 0, info: 0 })).toBe(
    '1 critical, 1,200 medium',
  );
});

test('names the environments that a fault is limited to', () => {
  expect(onlyIn([])).toBe('');
  expect(onlyIn(['prod', 'staging'])).toBe('prod and staging only');
  expect(onlyIn(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d and 2 more only');
});
