import { Unknown } from '../../model/unknown.ts';
import type { Block, Expression } from '../../syntax/hcl/tree.ts';
import {
  type Binding,
  type Bindings,
  type CallSite,
  type Definition,
  noBindings,
  type Place,
} from './configuration.ts';
import type { ModuleInstance } from './instance.ts';
import { numberValue, textValue, type Value } from './language/value.ts';
import { localSource } from './layout.ts';
import { type Declared, headEnd, type ModuleSource } from './module-source.ts';
import { followStep } from './origins.ts';
import { attributeOf, unknown } from './written.ts';

/** One key of `count` or `for_each`, with what it binds. */
export interface Instance {
  /** `undefined` where the block has neither; `?` where the keys cannot be told */
  readonly key: string | number | undefined;
  readonly bindings: Bindings;
}

export interface Expansion {
  readonly mode: 'single' | 'count' | 'each' | 'unknown';
  readonly instances: readonly Instance[];
}

const alone: Expansion = { mode: 'single', instances: [{ key: undefined, bindings: noBindings }] };

/** More keys than this are taken for a mistake, and only this many are looked at. */
const mostKeys = 1000;
/** Calls nested deeper than this are taken for a mistake. */
const deepest = 32;

/** The instances that `count` or `for_each` of a block make. Where they cannot be told there is one, whose key is `?`. */
export function expand(declared: Declared, place: Place): Expansion {
  const { items } = declared.block.body;
  const count = attributeOf(items, 'count');
  if (count)
    return byCount(declared, place.instance.configuration.evaluate(declared.file, count.value, place), place);
  const each = attributeOf(items, 'for_each');
  return each ? byEach(declared, each.value, place) : alone;
}

function byCount(declared: Declared, value: Value, place: Place): Expansion {
  if (value.isUnknown) return unknownKeys('count', value);
  const count =
    value.kind === 'number'
      ? Number(value.number)
      : Number(value.kind === 'string' ? value.text : Number.NaN);
  if (!Number.isInteger(count) || count < 0) return unknownKeys('count', unknown('count is no whole number'));
  const looked = bound(declared, count, place);
  return {
    mode: 'count',
    instances: Array.from({ length: looked }, (_, key) => {
      const index = numberValue(key);
      return { key, bindings: new Map([['count', { key: index, value: index }]]) };
    }),
  };
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
  return { mode: 'each', instances };
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
  return {
    mode: 'unknown',
    instances: [{ key: '?', bindings: new Map([[name, { key: lost, value: lost }]]) }],
  };
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

/** What a module call makes. */
export interface ModuleInstances {
  readonly mode: Expansion['mode'];
  readonly instances: readonly { readonly key: Instance['key']; readonly module: ModuleInstance }[];
  /** why its content is not known, where the module is not in the repository */
  readonly missing?: string;
}

/** The module instances that a call makes; none, with the reason, where its source is not at hand. */
export function expandCall(
  parent: ModuleInstance,
  name: string,
  declared: Declared,
  make: (source: ModuleSource, address: string, call: CallSite) => ModuleInstance,
): ModuleInstances {
  const { configuration } = parent;
  const local = localSource(declared, parent.source.folder);
  const key = callKey(parent, name);
  const folder = local?.folder ?? configuration.installed.get(key);
  const source = folder === undefined ? undefined : configuration.modules.get(folder);
  if (!source) {
    const missing = `module ${name} (${local?.source ?? 'without a source'}) is not in the repository`;
    return { mode: 'unknown', instances: [], missing };
  }
  if (isWithin(parent, source.folder)) {
    const { file, block } = declared;
    const message = `module ${name} calls a module that calls it: ${source.folder}`;
    configuration.report({
      kind: 'invalid',
      message,
      path: file.path,
      file,
      start: block.start,
      end: headEnd(block),
    });
    return { mode: 'unknown', instances: [], missing: message };
  }
  const { mode, instances } = expand(declared, parent.place);
  return {
    mode,
    instances: instances.map((instance) => ({
      key: instance.key,
      module: make(source, parent.addressOf(`module.${name}${keySuffix(instance.key)}`), {
        parent,
        declared,
        bindings: instance.bindings,
        name,
      }),
    })),
  };
}

/** Whether a folder is that of the module or of one that calls it. */
function isWithin(module: ModuleInstance | undefined, folder: string): boolean {
  if (module && module.depth > deepest) return true;
  for (let at = module; at; at = at.call?.parent) if (at.source.folder === folder) return true;
  return false;
}

function callKey(parent: ModuleInstance, name: string): string {
  const names = [name];
  for (let at: ModuleInstance | undefined = parent; at?.call; at = at.call.parent)
    names.unshift(at.call.name);
  return names.join('.');
}

/** As Terraform prints it: `[0]`, `["a"]`, nothing. */
export function keySuffix(key: Instance['key']): string {
  if (key === undefined) return '';
  if (key === '?') return '[?]';
  return typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
}

const expansions = new WeakMap<ModuleInstance, Map<string, Expansion>>();

/** The instances of a resource (`type.name`) or data source (`data.type.name`) of a module, told once. */
export function expansionOf(instance: ModuleInstance, local: string, declared: Declared): Expansion {
  let known = expansions.get(instance);
  if (!known) {
    known = new Map();
    expansions.set(instance, known);
  }
  let expansion = known.get(local);
  if (!expansion) {
    known.set(local, underWay);
    expansion = expand(declared, instance.place);
    known.set(local, expansion);
  }
  return expansion;
}

/** What a resource looks like to its own `count` or `for_each`. */
const underWay: Expansion = { mode: 'unknown', instances: [] };
