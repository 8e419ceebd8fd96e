import { converted } from '../convert.ts';
import { Failure, fail } from '../failure.ts';
import { setKey } from '../set-key.ts';
import { setValue } from '../set-value.ts';
import { anyType, elementOf, isSequence, listOf, setOf, type Type, tupleOf } from '../type.ts';
import { unify } from '../unify.ts';
import { lengthBounds, unknownFrom } from '../unknown-value.ts';
import {
  type Items,
  joinMarks,
  largestSize,
  listValue,
  type Marks,
  noMarks,
  tupleValue,
  type Value,
} from '../value.ts';
import { anything, type Definition, type Definitions, type Parameter, setOfAny } from './function.ts';

const first = setOfAny('first_set', { untyped: true });
const others = setOfAny('other_sets', { untyped: true });

/** Functions of sets. Source: go-cty, function/stdlib/set.go and collection.go. */
export const setFunctions: Definitions = {
  setunion: setFunction([first], others, (sets) => sets.flat(), true),
  setintersection: setFunction([first], others, (sets) =>
    sets.reduce((common, set) => selected(common, set, true)),
  ),
  setsubtract: setFunction(
    [setOfAny('a', { untyped: true }), setOfAny('b', { untyped: true })],
    undefined,
    (sets) => sets.reduce((rest, set) => selected(rest, set, false)),
  ),
  setproduct: {
    parameters: [],
    rest: anything('sets', { unknown: true, marked: true }),
    result: productType,
    call: product,
  },
};

function setFunction(
  parameters: readonly Parameter[],
  rest: Parameter | undefined,
  combine: (sets: readonly Items[]) => Items,
  unknownsAllowed = false,
): Definition {
  return {
    parameters,
    ...(rest && { rest }),
    result: commonSetType,
    call: (args, type) => {
      const sets = args.map((arg, at) => setAs(arg, type, at));
      if (!unknownsAllowed && sets.some((set) => !set.isWhollyKnown)) return unknownFrom(type, args);
      return setValue(combine(sets.map((set) => set.items)), elementOf(type));
    },
  };
}

function setAs(arg: Value, type: Type, at: number): Value {
  try {
    return converted(arg, type);
  } catch (failure) {
    throw failure instanceof Failure ? failure.of(at) : failure;
  }
}

/** The items that are, or are not, in another set. */
function selected(items: Items, others: Items, present: boolean): Items {
  const keys = new Set(others.map(setKey));
  return items.filter((item) => keys.has(setKey(item)) === present);
}

/** Empty sets of no type yet adapt to the others. */
function commonSetType(args: Items): Type {
  const elements = args
    .filter(
      (arg) => !(Array.isArray(arg.data) && arg.data.length === 0 && elementOf(arg.type).kind === 'any'),
    )
    .map((arg) => elementOf(arg.type));
  if (elements.length === 0) return setOf(anyType);
  return setOf(unify(elements) ?? fail('the sets must have elements of one type'));
}

function productType(args: Items): Type {
  if (args.length < 2) fail('at least two sets or lists are required');
  const elements = args.map(({ type }, at) => {
    if (type.kind === 'tuple' && type.items.length > 0)
      return unify(type.items) ?? fail('all elements must have one type', at);
    return isSequence(type) ? elementOf(type) : fail('it must be a set, list or tuple', at);
  });
  const element = tupleOf(elements);
  return args.some((arg) => arg.kind === 'set') ? setOf(element) : listOf(element);
}

/** All combinations, the last set changing fastest. */
function product(args: Items, type: Type): Value {
  const marks = args.reduce((all: Marks, arg) => joinMarks(all, arg.marks), noMarks);
  const bounds = args.map(lengthBounds);
  if (args.some((arg, at) => arg.isUnknown || bounds[at]!.min !== bounds[at]!.max)) {
    const total = bounds.reduce((size, { max }) => size * max, 1);
    const length = total === 0 ? { minLength: 0, maxLength: 0 } : {};
    return unknownFrom(type, args, { present: true, ...length }).withMarks(marks);
  }
  const { items: types } = elementOf(type) as { readonly items: readonly Type[] };
  const sets = args.map((arg, at) => arg.items.map((item) => converted(item, types[at]!)));
  const total = sets.reduce((size, set) => size * set.length, 1);
  if (total * args.length > largestSize) fail(`the result holds more than ${largestSize} values`);
  let rows: readonly Items[] = [[]];
  for (const set of sets) rows = rows.flatMap((row) => set.map((item) => [...row, item]));
  const tuples = rows.map(tupleValue);
  const element = elementOf(type);
  return (type.kind === 'set' ? setValue(tuples, element) : listValue(tuples, element)).withMarks(marks);
}
