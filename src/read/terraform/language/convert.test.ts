import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../model/unknown.ts';
import { convert } from './convert.ts';
import { equals } from './equality.ts';
import { Failure } from './failure.ts';
import {
  anyType,
  boolType,
  listOf,
  mapOf,
  numberType,
  objectOf,
  setOf,
  stringType,
  type Type,
} from './type.ts';
import { lengthBounds, unknownValue } from './unknown-value.ts';
import {
  boolValue,
  listValue,
  nullValue,
  numberValue,
  objectValue,
  textValue,
  tupleValue,
  untypedNull,
  type Value,
} from './value.ts';

function into(value: Value, type: Type): Value {
  const result = convert(value, type);
  if (result instanceof Failure) throw new Error(result.message);
  return result;
}

describe('conversion', () => {
  it('finds the one type that the elements of a tuple have in common', () => {
    const list = into(tupleValue([numberValue(1), textValue('a'), boolValue(true)]), listOf(anyType));
    expect(list.items.map((item) => item.data)).toEqual(['1', 'a', 'true']);
    expect(list.type).toEqual(listOf(stringType));
  });

  it('says where the trouble is', () => {
    const value = objectValue(new Map([['sizes', tupleValue([numberValue(1), textValue('x')])]]));
    const type = objectOf(new Map([['sizes', listOf(numberType)]]));
    expect(convert(value, type)).toEqual(new Failure('attribute "sizes": element 1: a number is required'));
  });

  it('drops attributes that the type has not, and needs those that it has', () => {
    const value = objectValue(
      new Map([
        ['a', numberValue(1)],
        ['b', numberValue(2)],
      ]),
    );
    expect([...into(value, objectOf(new Map([['a', stringType]]))).entries.keys()]).toEqual(['a']);
    expect(convert(value, objectOf(new Map([['c', stringType]])))).toBeInstanceOf(Failure);
    const optional = objectOf(new Map([['c', stringType]]), new Set(['c']));
    expect(into(value, optional).entries.get('c')?.type).toEqual(stringType);
  });

  it('keeps why a value is unknown, what it stems from and that it is not null', () => {
    const value = unknownValue(stringType, new Unknown('of the test', true, ['aws_vpc.main']));
    expect(into(value, numberType).data).toMatchObject({
      reason: 'of the test',
      present: true,
      references: ['aws_vpc.main'],
    });
  });

  it('keeps the length of what is unknown', () => {
    const list = unknownValue(listOf(numberType), 'of the test', { minLength: 2, maxLength: 5 });
    expect(lengthBounds(into(list, listOf(stringType)))).toEqual({ min: 2, max: 5 });
    expect(lengthBounds(into(list, setOf(numberType)))).toEqual({ min: 1, max: 5 });
  });

  it('gives null and unknown the element type in collections', () => {
    const map = into(
      objectValue(
        new Map([
          ['a', untypedNull],
          ['b', textValue('x')],
        ]),
      ),
      mapOf(anyType),
    );
    expect(map.entries.get('a')?.type).toEqual(stringType);
  });

  it('keeps marks at every depth', () => {
    const value = tupleValue([textValue('1').withMarks(new Set(['sensitive']))]).withMarks(
      new Set(['other']),
    );
    const list = into(value, listOf(numberType));
    expect([...list.marks, ...list.items[0]!.marks]).toEqual(['other', 'sensitive']);
  });

  it('leaves a value of the type as it is', () => {
    const list = listValue([textValue('a')]);
    expect(into(list, listOf(stringType))).toBe(list);
  });

  it('takes only true and false for a bool', () => {
    expect(equals(into(textValue('true'), boolType), boolValue(true))).toBe(true);
    expect(convert(textValue('True'), boolType)).toBeInstanceOf(Failure);
    expect(convert(numberValue(1), boolType)).toBeInstanceOf(Failure);
    expect(into(nullValue(stringType), boolType).type).toEqual(boolType);
  });
});
