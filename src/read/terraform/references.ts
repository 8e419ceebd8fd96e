import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import type { Expression, TemplatePart } from '../../syntax/hcl/tree.ts';
import { BlockNode } from './block-node.ts';
import type { Definition, Place } from './configuration.ts';
import { ExpressionNode } from './expression-node.ts';
import type { TerraformResource } from './resource.ts';

/** A traversal by its leading names: `aws_vpc.main` of `aws_vpc.main[0].id`. */
export type Mention = readonly string[];

/** What an attribute of a resource's block mentions, directly or through variables, locals and outputs. */
export interface Reference {
  /** `type.name` in a module instance: `module.network` + `aws_vpc.main`; data sources with their `data.`; a key only where one instance is meant */
  readonly address: string;
  /** names of the attribute and of the blocks around it: `network_interface`, `subnet_id` */
  readonly path: readonly string[];
  readonly at: Node;
}

/** All references of a resource to resources and data sources, each once for each attribute. */
export function referencesOf(resource: TerraformResource): Reference[] {
  const found: Reference[] = [];
  if (resource.body instanceof BlockNode) collectFrom(resource.body, [], found);
  return found;
}

function collectFrom(block: BlockNode, path: readonly string[], found: Reference[]): void {
  const { keys, nodes } = block.content;
  keys.forEach((key, at) => {
    const node = nodes[at]!;
    if (node instanceof ExpressionNode) {
      const addresses = addressesIn(node.definition);
      for (const address of addresses.size > 0 ? addresses : addressesThroughEach(node))
        found.push({ address, path: [...path, key], at: node });
    } else if (Array.isArray(node.content))
      for (const nested of node.content as readonly Node[])
        if (nested instanceof BlockNode) collectFrom(nested, [...path, key], found);
  });
}

/** `each.value.id` of `for_each = aws_subnet.a` is written nowhere: what it means shows only in what its value lacks. */
function addressesThroughEach(node: ExpressionNode): Iterable<string> {
  if (!mentionsIn(node.expression).some(([root]) => root === 'each' || node.place.bindings.has(String(root))))
    return none;
  return node.content instanceof Unknown ? node.content.references : none;
}

const memo = new WeakMap<object, Map<string, ReadonlySet<string>>>();
const none: ReadonlySet<string> = new Set();

/** Addresses of the resources that an expression leads to. */
export function addressesIn({ expression, place }: Definition): ReadonlySet<string> {
  const found = new Set<string>();
  for (const mention of mentionsIn(expression))
    for (const address of resolveMention(mention, place)) found.add(address);
  return found;
}

function resolveMention(mention: Mention, place: Place): Iterable<string> {
  const [root, first, second] = mention;
  const { instance } = place;
  switch (root) {
    case 'var':
      return once(instance, `var.${first}`, () => instance.definitionOf(String(first)));
    case 'local':
      return once(instance, `local.${first}`, () => {
        const written = instance.source.locals.get(String(first));
        return written && { ...written, place: instance.place, what: '' };
      });
    case 'module': {
      const children = instance.children(String(first));
      if (!children) return none;
      if (children.missing !== undefined || second === undefined)
        return [instance.addressOf(`module.${first}`)];
      return children.instances.flatMap(({ module }) => [
        ...once(module, `output.${second}`, () => module.outputDefinition(second)),
      ]);
    }
    case 'data':
      return instance.source.data.has(`${first}.${second}`)
        ? [instance.addressOf(`data.${first}.${second}`)]
        : none;
    case 'each': {
      const written = place.bindings.get('each')?.written;
      return written ? addressesIn(written) : none;
    }
    default: {
      if (instance.source.resources.has(`${root}.${first}`)) return [instance.addressOf(`${root}.${first}`)];
      const written = place.bindings.get(String(root))?.written;
      return written ? addressesIn(written) : none;
    }
  }
}

/** What a named definition leads to, followed once for each module instance; cycles lead nowhere. */
function once(instance: object, key: string, define: () => Definition | undefined): ReadonlySet<string> {
  let known = memo.get(instance);
  if (!known) {
    known = new Map();
    memo.set(instance, known);
  }
  let addresses = known.get(key);
  if (!addresses) {
    known.set(key, none);
    const definition = define();
    addresses = definition ? addressesIn(definition) : none;
    known.set(key, addresses);
  }
  return addresses;
}

/** All traversals in an expression, by up to three leading names; index keys of `module.x[…].y` are skipped. */
export function mentionsIn(expression: Expression): Mention[] {
  const found: Mention[] = [];
  walk(expression, found);
  return found;
}

function walk(expression: Expression, found: Mention[]): void {
  switch (expression.kind) {
    case 'variable':
    case 'attribute-access':
    case 'index':
    case 'splat':
      walkTraversal(expression, found);
      return;
    case 'template':
      for (const part of expression.parts) walkPart(part, found);
      return;
    case 'tuple':
      for (const item of expression.items) walk(item, found);
      return;
    case 'object':
      for (const { key, value } of expression.items) {
        if (key.kind === 'parenthesised' || key.kind === 'template') walk(key, found);
        walk(value, found);
      }
      return;
    case 'call':
      for (const argument of expression.args) walk(argument, found);
      return;
    case 'conditional':
      for (const part of [expression.condition, expression.then, expression.else]) walk(part, found);
      return;
    case 'unary':
      walk(expression.operand, found);
      return;
    case 'binary':
      walk(expression.left, found);
      walk(expression.right, found);
      return;
    case 'for':
      for (const part of [expression.collection, expression.key, expression.value, expression.condition])
        if (part) walk(part, found);
      return;
    case 'parenthesised':
      walk(expression.inner, found);
      return;
    default:
  }
}

function walkTraversal(expression: Expression, found: Mention[]): void {
  const names: string[] = [];
  let at = expression;
  for (;;) {
    if (at.kind === 'attribute-access') {
      names.push(at.name);
      at = at.of;
    } else if (at.kind === 'index') {
      walk(at.key, found);
      at = at.of;
    } else if (at.kind === 'splat') {
      const inner: Mention[] = [];
      walk(at.each, inner);
      for (const mention of inner) {
        if (mention[0] === '*') names.push(...mention.slice(1).reverse());
        else found.push(mention);
      }
      at = at.of;
    } else break;
  }
  if (at.kind === 'variable') found.push([at.name, ...names.reverse()].slice(0, 3));
  else walk(at, found);
}

function walkPart(part: TemplatePart, found: Mention[]): void {
  if (part.kind === 'interpolation') walk(part.value, found);
  else if (part.kind === 'if') {
    walk(part.condition, found);
    for (const inner of [...part.then, ...part.else]) walkPart(inner, found);
  } else if (part.kind === 'for-directive') {
    walk(part.collection, found);
    for (const inner of part.body) walkPart(inner, found);
  }
}
