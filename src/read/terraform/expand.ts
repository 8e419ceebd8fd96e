import { Unknown } from '../../model/unknown.ts';
import type { Block, Expression } from '../../syntax/hcl/tree.ts';
import { type Binding, type Bindings, type Definition, noBindings, type Place } from './configuration.ts';
import { numberValue, textValue, type Value } from './language/value.ts';
import { type Declared, headEnd } from './module-source.ts';
import { followStep } from './origins.ts';
import { unknown } from './written.ts';

/** One key of `count` or `for_each`, with what it binds. */
export interface Instance {
  /** `undefined` where the block has neither; `?` where the keys cannot be told */
  readonly key: InstanceKey;
  readonly bindings: Bindings;
}

export type InstanceKey = string | number | undefined;

export class Expansion {
  private index: ReadonlyMap<InstanceKey, Instance> | undefined;

  constructor(
    readonly mode: 'single' | 'count' | 'each' | 'unknown',
    readonly instances: readonly Instance[],
  ) {}

  /** The instance of a key. */
  at(key: InstanceKey): Instance | undefined {
    this.index ??= new Map(this.instances.map((instance) => [instance.key, instance]));
    return this.index.get(key);
  }
}

/** What neither `count` nor `for_each` multiplies. */
export const alone = new Expansion('single', [{ key: undefined, bindings: noBindings }]);
export const untold = new Expansion('unknown', []);

/** More keys than this are taken for a mistake, and only this many are looked at. */
const mostKeys = 1000;

/** The instances that `count` or `for_each` of a block make. Where they cannot be told there is one, whose key is `?`. */
export function expand(declared: Declared, place: Place): Expansion {
  const { file } = declared;
  const { repetition } = declared.meta;
  if (!repetition) return alone;
  if (repetition.name === 'for_each') return byEach(declared, repetition.value, place);
  return byCount(declared, place.instance.configuration.evaluate(file, repetition.value, place), place);
}

function byCount(declared: Declared, value: Value, place: Place): Expansion {
  if (value.isUnknown) return unknownKeys('count', value);
  const count =
    value.kind === 'number'
      ? Number(value.number)
      : Number(value.kind === 'string' ? value.text : Number.NaN);
  if (!Number.isInteger(count) || count < 0) return unknownKeys('count', unknown('count is no whole number'));
  const looked = bound(declared, count, place);
  const instances = Array.from({ length: looked }, (_, key) => {
    const index = numberValue(key);
    return { key, bindings: new Map([['count', { key: index, value: index }]]) };
  });
  return new Expansion('count', instances);
}

function byEach(declared: Declared, expression: Expression, place: Place): Expansion {
  const value = place.instance.configuration.evaluate(declared.file, expression, place);
  const pairs = keyed(value);
  if (!pairs)
    return unknownKeys('each', value.isUnknown ? value : unknown('for_each is no map and no set of strings'));
  const written: Definition = { file: declared.file, expression, place, what: 'for_each' };
  const instances = pairs.slice(0, bound(declared, pairs.length, place)).map(([key, item]): Instance => {
    const from = followStep(written, key);
    const binding: Binding = {
      key: textValue(key),
      value: item,
      ...(from ? { written: { ...from, what: `for_each key "${key}"` } } : {}),
    };
    return { key, bindings: new Map([['each', binding]]) };
  });
  return new Expansion('each', instances);
}

/** Keys and values of a map, an object or a set of strings; `undefined` for anything else. */
export function keyed(value: Value): readonly (readonly [string, Value])[] | undefined {
  if (value.isUnknown || value.isNull) return undefined;
  if (value.kind === 'map' || value.kind === 'object') return [...value.entries];
  if (value.kind !== 'set') return undefined;
  const items = value.items.filter((item) => item.kind === 'string' && !item.isUnknown && !item.isNull);
  return items.length === value.items.length ? items.map((item) => [item.text, item] as const) : undefined;
}

function unknownKeys(name: 'count' | 'each', value: Value): Expansion {
  const reason = value.data instanceof Unknown ? value.data.reason : 'its instances cannot be told';
  const lost = unknown(reason, true);
  return new Expansion('unknown', [{ key: '?', bindings: new Map([[name, { key: lost, value: lost }]]) }]);
}

function bound(declared: Declared, count: number, place: Place): number {
  if (count <= mostKeys) return count;
  const { file, block } = declared;
  place.instance.configuration.report({
    kind: 'limit',
    message: `${describe(block)} has ${count} instances; the first ${mostKeys} are looked at`,
    path: file.path,
    file,
    start: block.start,
    end: headEnd(block),
  });
  return mostKeys;
}

function describe(block: Block): string {
  return [block.type, ...block.labels.map(({ text }) => text)].join(' ');
}

/** As Terraform prints it: `[0]`, `["a"]`, nothing. */
export function keySuffix(key: InstanceKey): string {
  if (key === undefined) return '';
  if (key === '?') return '[?]';
  return typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
}
