import type { Expression } from '../../syntax/hcl/tree.ts';
import type { Definition, Place } from './configuration.ts';
import { constantText } from './constant.ts';

/** How far a chain of references is followed. */
const longestChain = 32;

/** One step into a value. */
export type Key = string | number;

/**
 * Follows an expression to where a person would edit its value: through variables, arguments of module calls,
 * locals, outputs, `each.value` and chosen branches, as long as each step leads to exactly one other expression.
 * @returns the chain, the use first and the place to edit last
 */
export function followChain(start: Definition): readonly Definition[] {
  const chain = [start];
  for (let at: Definition | undefined = start; at && chain.length < longestChain; ) {
    at = followOnce(at);
    if (at) chain.push(at);
  }
  return chain;
}

function followOnce(from: Definition): Definition | undefined {
  const { expression, place } = from;
  if (expression.kind === 'parenthesised') return { ...from, expression: expression.inner };
  // "${x}" is x itself, of whatever type
  if (expression.kind === 'template' && expression.parts.length === 1) {
    const [part] = expression.parts;
    return part?.kind === 'interpolation' ? { ...from, expression: part.value } : undefined;
  }
  const path = traversalOf(expression);
  if (!path) return undefined;
  const [root, ...steps] = path;
  switch (root) {
    case 'var':
      return stepInto(definitionOfVariable(place, steps[0]), steps.slice(1));
    case 'local': {
      const name = String(steps[0]);
      const written = place.instance.source.locals.get(name);
      const home = { instance: place.instance, bindings: new Map() };
      return stepInto(written && { ...written, place: home, what: `local ${name}` }, steps.slice(1));
    }
    case 'module':
      return followOutput(place, steps);
    case 'each':
      return steps[0] === 'value' ? stepInto(place.bindings.get('each')?.written, steps.slice(1)) : undefined;
    default:
      return steps[0] === 'value'
        ? stepInto(place.bindings.get(String(root))?.written, steps.slice(1))
        : undefined;
  }
}

function definitionOfVariable(place: Place, name: Key | undefined): Definition | undefined {
  return name === undefined ? undefined : place.instance.definitionOf(String(name));
}

function followOutput(place: Place, [name, ...rest]: readonly Key[]): Definition | undefined {
  const children = name === undefined ? undefined : place.instance.children(String(name));
  if (!children || rest.length === 0) return undefined;
  const [first, ...others] = rest;
  if (children.mode === 'single')
    return stepInto(children.instances[0]?.module.outputDefinition(String(first)), others);
  const keyed = children.instances.find(({ key }) => key === first);
  return others.length === 0
    ? undefined
    : stepInto(keyed?.module.outputDefinition(String(others[0])), others.slice(1));
}

function stepInto(definition: Definition | undefined, steps: readonly Key[]): Definition | undefined {
  let at = definition;
  for (const step of steps) at = at && followStep(at, step);
  return at;
}

/** The part of a written object or list under a key, where it is written out; looks through references on the way. */
export function followStep(from: Definition, key: Key): Definition | undefined {
  const chain = followChain(from);
  const last = chain.at(-1)!;
  const { expression } = last;
  if (expression.kind === 'object') {
    const item = expression.items.find((one) => keyText(one.key) === String(key));
    return item && { ...last, expression: item.value };
  }
  if (expression.kind === 'tuple') {
    const item = typeof key === 'number' || /^\d+$/.test(key) ? expression.items[Number(key)] : undefined;
    // a set of strings is keyed by its items
    const same = item ?? expression.items.find((one) => constantText(one) === key);
    return same && { ...last, expression: same };
  }
  if (
    expression.kind === 'call' &&
    ['toset', 'tolist', 'tomap', 'concat', 'merge'].includes(expression.name)
  ) {
    for (const argument of [...expression.args].reverse()) {
      const found = followStep({ ...last, expression: argument }, key);
      if (found) return found;
    }
  }
  return undefined;
}

/** The text of an object's key, where it is constant. */
export function keyText(key: Expression): string | undefined {
  if (key.kind === 'parenthesised') return constantText(key.inner);
  if (key.kind === 'literal' && key.value !== null && typeof key.value === 'object') return key.value.number;
  return constantText(key);
}

/** The names and constant keys of a traversal, `var.a["b"][0]` → var, a, b, 0; `undefined` for anything else. */
export function traversalOf(expression: Expression): readonly Key[] | undefined {
  const keys: Key[] = [];
  let at = expression;
  for (;;) {
    if (at.kind === 'variable') {
      keys.push(at.name);
      return keys.reverse();
    }
    if (at.kind === 'attribute-access') keys.push(at.name);
    else if (at.kind === 'index') {
      const key = constantKey(at.key);
      if (key === undefined) return undefined;
      keys.push(key);
    } else return undefined;
    at = at.of;
  }
}

function constantKey(key: Expression): Key | undefined {
  if (key.kind === 'literal' && key.value !== null && typeof key.value === 'object')
    return Number(key.value.number);
  return constantText(key);
}
