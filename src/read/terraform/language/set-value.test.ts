import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equals, identical } from './equality.ts';
import { setValue } from './set-value.ts';
import { stringType } from './type.ts';
import { unknownValue } from './unknown-value.ts';
import { boolValue, nullValue, numberValue, objectValue, textValue, type Value } from './value.ts';

const texts = fc.array(fc.string({ unit: 'binary' }).map(textValue));
const numbers = fc.array(fc.integer().map(numberValue));
const objects = fc.array(
  fc.record({ a: fc.integer(), b: fc.string() }).map(({ a, b }) =>
    objectValue(
      new Map<string, Value>([
        ['a', numberValue(a)],
        ['b', textValue(b)],
      ]),
    ),
  ),
);

describe('sets', () => {
  it('are the same in whatever order their items were given, and however often', () => {
    fc.assert(
      fc.property(fc.oneof(texts, numbers, objects), fc.nat(), (items, turn) => {
        const turned = [
          ...items.slice(turn % (items.length + 1)),
          ...items,
          ...items.slice(0, turn % (items.length + 1)),
        ];
        expect(identical(setValue(items), setValue(turned))).toBe(true);
        expect(equals(setValue(items), setValue(turned))).toBe(true);
      }),
    );
  });

  it('order numbers by size, texts by code point, false before true', () => {
    const shown = (items: Value[]) => setValue(items).items.map((item) => item.data);
    expect(shown([10, 9, 1].map(numberValue))).toEqual([1, 9, 10]);
    expect(shown(['10', 'b', '9', 'B', 'é'].map(textValue))).toEqual(['10', '9', 'B', 'b', 'é']);
    expect(shown([true, false].map(boolValue))).toEqual([false, true]);
  });

  it('keep every unknown item, as they may differ, and null last', () => {
    const unknown = unknownValue(stringType, 'of the test');
    const set = setValue([nullValue(stringType), unknown, unknown, textValue('a')]);
    expect(set.items.map((item) => (item.isUnknown ? '?' : item.data))).toEqual(['a', '?', '?', null]);
  });

  it('take the marks of their items on themselves', () => {
    const set = setValue([textValue('a').withMarks(new Set(['sensitive'])), textValue('b')]);
    expect([...set.marks]).toEqual(['sensitive']);
    expect(set.items.some((item) => item.isMarked)).toBe(false);
  });
});
