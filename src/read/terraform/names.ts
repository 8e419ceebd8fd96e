import type { Place } from './configuration.ts';
import { keySuffix } from './expand.ts';
import type { ModuleInstance } from './instance.ts';
import { objectValue, textValue, tupleValue, type Value } from './language/value.ts';
import { type Declared, fileOfItem } from './module-source.ts';
import type { Key } from './origins.ts';
import { attributeOf, unknown } from './written.ts';

/** What a name with its first steps means, and how many of the steps that took. */
export interface Meaning {
  readonly value: Value;
  readonly used: number;
}

/**
 * What a traversal means at a place: `var.cidr`, `local.tags`, `module.net.ids`, `aws_vpc.main.id`, `each.key`…
 * Takes no more steps than it must, and evaluates nothing but what they lead to.
 * @returns `undefined` where nothing of the name is declared
 */
export function meaningOf(place: Place, root: string, steps: readonly Key[]): Meaning | undefined {
  const { instance, bindings } = place;
  const [first, second] = steps;
  switch (root) {
    case 'var':
      return one(instance.variable(String(first)));
    case 'local':
      return one(instance.local(String(first)));
    case 'each':
    case 'count': {
      const binding = bindings.get(root);
      return binding && one(first === 'key' || first === 'index' ? binding.key : binding.value);
    }
    case 'path':
      return one(pathValue(place, String(first)));
    case 'terraform':
    case 'tofu':
      return one(unknown(`${root}.${first} is chosen at run time`, true));
    case 'self':
      return { value: unknown('self is known when a provisioner runs', true), used: steps.length };
    case 'module':
      return moduleMeaning(place, steps);
    case 'data':
    case 'ephemeral': {
      const address = `${root}.${first}.${second}`;
      const declared = root === 'data' ? instance.source.data.get(`${first}.${second}`) : undefined;
      if (root === 'data' && !declared) return undefined;
      const value = unknown(`${address} is read when the plan is made`, true, [instance.addressOf(address)]);
      return { value, used: steps.length };
    }
    default: {
      const binding = bindings.get(root);
      if (binding) return one(first === 'key' ? binding.key : binding.value);
      const declared = instance.source.resources.get(`${root}.${first}`);
      return declared && resourceMeaning(place, declared, root, String(first), steps.slice(1));
    }
  }
}

function one(value: Value | undefined): Meaning | undefined {
  return value && { value, used: 1 };
}

function pathValue({ instance }: Place, name: string): Value | undefined {
  if (name === 'root') return textValue('.');
  if (name === 'cwd') return unknown('path.cwd is the folder of the run', true);
  if (name !== 'module') return undefined;
  return textValue(relativePath(instance.configuration.folder, instance.source.folder));
}

/** From one folder of the repository to another, as Terraform prints `path.module`. */
function relativePath(from: string, to: string): string {
  const start = from === '.' ? [] : from.split('/');
  const end = to === '.' ? [] : to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared++;
  const parts = [...start.slice(shared).map(() => '..'), ...end.slice(shared)];
  return parts.length === 0 ? '.' : parts.join('/');
}

function moduleMeaning({ instance }: Place, [name, ...rest]: readonly Key[]): Meaning | undefined {
  const children = instance.children(String(name));
  if (!children) return undefined;
  if (children.missing !== undefined)
    return { value: unknown(children.missing, true, [`module.${name}`]), used: rest.length + 1 };
  if (children.mode === 'unknown')
    return { value: unknown(`the instances of module.${name} cannot be told`, true), used: rest.length + 1 };
  const [first, second] = rest;
  if (children.mode === 'single') {
    const [child] = children.instances;
    if (first !== undefined) {
      const value = child!.module.output(String(first));
      return value && { value, used: 2 };
    }
    return { value: outputsOf(child!.module), used: 1 };
  }
  const keyed = children.instances.find(({ key }) => key === first);
  if (keyed && second !== undefined) {
    const value = keyed.module.output(String(second));
    return value && { value, used: 3 };
  }
  instance.configuration.budget.spend(children.instances.length);
  const all = children.instances.map(({ key, module }) => [String(key), outputsOf(module)] as const);
  return {
    value: children.mode === 'count' ? tupleValue(all.map(([, value]) => value)) : objectValue(new Map(all)),
    used: 1,
  };
}

function outputsOf(module: ModuleInstance): Value {
  const values = [...module.source.outputs.keys()].map(
    (name) => [name, module.output(name) ?? unknown(`output ${name} has no value`)] as const,
  );
  return objectValue(new Map(values));
}

function resourceMeaning(
  place: Place,
  declared: Declared,
  type: string,
  name: string,
  steps: readonly Key[],
): Meaning {
  const { instance } = place;
  const local = `${type}.${name}`;
  const expansion = instance.expansionOf(local, declared);
  const later = (rest: string, reference: string) =>
    unknown(`${instance.addressOf(local)}${rest} is known after apply`, true, [reference]);
  const everything = (key: string | number | undefined) => {
    const address = `${instance.addressOf(local)}${keySuffix(key)}`;
    return later('', address);
  };
  const attribute = (bindings: Place['bindings'], key: string | number | undefined, wanted: Key): Value => {
    const item = attributeOf(declared.block.body.items, String(wanted));
    const suffix = keySuffix(key);
    if (!item) return later(`.${wanted}`, `${instance.addressOf(local)}${suffix}`);
    const file = fileOfItem(item, declared.file);
    return instance.argument(
      `${local}${suffix}.${wanted}`,
      { file, expression: item.value },
      { instance, bindings },
    );
  };
  const [first, second] = steps;
  if (expansion.mode === 'single') {
    const [only] = expansion.instances;
    return first === undefined
      ? { value: everything(undefined), used: 1 }
      : { value: attribute(only!.bindings, undefined, first), used: 2 };
  }
  if (expansion.mode === 'unknown') return { value: everything('?'), used: 1 + steps.length };
  const keyed = expansion.at(first);
  if (keyed)
    return second === undefined
      ? { value: everything(keyed.key), used: 2 }
      : { value: attribute(keyed.bindings, keyed.key, second), used: 3 };
  instance.configuration.budget.spend(expansion.instances.length);
  const all = expansion.instances.map(({ key }) => [String(key), everything(key)] as const);
  return {
    value: expansion.mode === 'count' ? tupleValue(all.map(([, value]) => value)) : objectValue(new Map(all)),
    used: 1,
  };
}
