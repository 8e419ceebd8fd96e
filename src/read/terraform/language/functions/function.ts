import type { Unknown } from '../../../../model/unknown.ts';
import type { Files } from '../scope.ts';
import { anyType, boolType, listOf, mapOf, numberType, setOf, stringType, type Type } from '../type.ts';
import type { Items, Value } from '../value.ts';

/** What a parameter takes besides known, unmarked values of its type. */
interface Admits {
  readonly null?: boolean;
  readonly unknown?: boolean;
  /** null and unknown values of no type yet */
  readonly untyped?: boolean;
  /** otherwise marks are taken off, and put onto the result */
  readonly marked?: boolean;
}

export interface Parameter extends Admits {
  readonly name: string;
  readonly type: Type;
}

/** What functions can ask of the place where they are called. */
export interface CallContext {
  readonly files: Files;
  /**
   * The value of a template text with the given variables and no others.
   * @param path of the file it was read from, for messages
   * @throws Failure with the first thing that is wrong in it
   */
  render(text: string, variables: ReadonlyMap<string, Value>, path?: string): Value;
}

/** A built-in function. Arguments are checked and converted, and unknown ones answered, before it is called. */
export interface Definition {
  readonly parameters: readonly Parameter[];
  /** takes all further arguments */
  readonly rest?: Parameter;
  /** the type of the result, which unknown arguments give too; may look at arguments, and throw a Failure */
  readonly result: Type | ((args: Items) => Type);
  /** the result may be null */
  readonly nullable?: boolean;
  /** @throws Failure */
  call(args: Items, result: Type, context: CallContext): Value;
}

export type Definitions = Readonly<Record<string, Definition>>;

export function parameter(name: string, type: Type, admits: Admits = {}): Parameter {
  return { name, type, ...admits };
}

export const text = (name: string, admits?: Admits) => parameter(name, stringType, admits);
export const number = (name: string, admits?: Admits) => parameter(name, numberType, admits);
export const anything = (name: string, admits?: Admits) => parameter(name, anyType, admits);
export const listOfAny = (name: string, admits?: Admits) => parameter(name, listOf(anyType), admits);
export const setOfAny = (name: string, admits?: Admits) => parameter(name, setOf(anyType), admits);

/** For parameters that take any value whatsoever. */
export const all: Admits = { null: true, unknown: true, untyped: true, marked: true };
export const maybe: Admits = { null: true, unknown: true, untyped: true };

export const listOfText = listOf(stringType);
export const listOfBool = listOf(boolType);
export const mapOfTexts = mapOf(listOfText);

/** A function of texts that gives a text. */
export function textFunction(names: readonly string[], call: (...texts: string[]) => Value): Definition {
  return {
    parameters: names.map((name) => text(name)),
    result: stringType,
    call: (args) => call(...args.map((arg) => arg.text)),
  };
}

export type { Items, Unknown, Value };
