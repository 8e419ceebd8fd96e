import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test('writes what a terminal would obey as an escape', () => {
  expect(visible('a\u001b[31mred\u0007 \u009b2J \u007f')).toBe('a\\x1b[31mred\\x07 \\x9b2J \\x7f');
});

test('writes marks that reorder or hide text as escapes', () => {
  expect(visible('admin\u202etxt.exe\u200b\u2066\ufeff')).toBe('admin\\u202etxt.exe\\u200b\\u2066\\ufeff');
});

test('puts a text on one line', () => {
  expect(visible('first  \r\n\r\n   second\tthird')).toBe('first second third');
});

test('leaves the scripts of the world alone, and writes halves of pairs as escapes', () => {
  expect(visible('Größe 名前 😀 é')).toBe('Größe 名前 😀 é');
  expect(visible('\ud83d and \ude00')).toBe('\\ud83d and \\ude00');
});

test('never lets a control character through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(visible(text)).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
