import type { Node } from '../../model/node.ts';
import type { Attribute, Block, Expression } from '../../syntax/hcl/tree.ts';
import { ExpressionNode } from './expression-node.ts';
import type { ModuleSource } from './module-source.ts';
import { mentionsIn } from './references.ts';
import type { TerraformResource } from './resource.ts';

/** A name that an expression of a block mentions, with the expression. */
export interface Mentioned {
  /** its leading names, at most three: `data`, `aws_ami`, `base` */
  readonly names: readonly string[];
  readonly node: Node;
}

/** Blocks whose arguments are no expressions: their traversals mean something else. */
const metaArguments = new Set([
  'providers',
  'provider',
  'depends_on',
  'ignore_changes',
  'replace_triggered_by',
  'type',
  'lifecycle',
  'moved',
  'removed',
  'import',
  'terraform',
]);

/** Everything that a block mentions, each name once; names bound by `for` and by dynamic blocks are left out. */
export function mentionsOf(resource: TerraformResource): Mentioned[] {
  if (metaArguments.has(resource.block.type)) return [];
  const found = new Map<string, Mentioned>();
  const place = { instance: resource.instance, bindings: resource.bindings };
  eachExpression(resource.block, new Set(), (expression, bound) => {
    const loops = new Set(bound);
    collectLoops(expression, loops);
    for (const names of mentionsIn(expression)) {
      if (loops.has(names[0]!) || found.has(names.join('.'))) continue;
      found.set(names.join('.'), { names, node: new ExpressionNode(resource.body.file, expression, place) });
    }
  });
  return [...found.values()];
}

const used = new WeakMap<ModuleSource, ReadonlySet<string>>();

/** The first two names of everything that a module mentions anywhere: `var.cidr`, `local.tags`, `aws_vpc.main`. */
export function namesUsedIn(source: ModuleSource): ReadonlySet<string> {
  let names = used.get(source);
  if (!names) {
    const found = new Set<string>();
    const add = (expression: Expression) => {
      for (const mention of mentionsIn(expression)) found.add(mention.slice(0, 2).join('.'));
    };
    for (const { expression } of source.locals.values()) add(expression);
    const maps = [source.variables, source.outputs, source.resources, source.data, source.calls];
    for (const { block } of [
      ...maps.flatMap((map) => [...map.values()]),
      ...source.providers,
      ...source.settings,
      ...source.others,
    ])
      eachExpression(block, new Set(), add);
    names = found;
    used.set(source, names);
  }
  return names;
}

function eachExpression(
  block: Block,
  bound: ReadonlySet<string>,
  visit: (expression: Expression, bound: ReadonlySet<string>) => void,
): void {
  const inner = block.type === 'dynamic' ? new Set([...bound, iteratorOf(block)]) : bound;
  for (const item of block.body.items) {
    if (item.kind === 'attribute') {
      if (!metaArguments.has(item.name)) visit(item.value, inner);
      else if (item.name === 'depends_on' || item.name === 'providers')
        visit(item.value, new Set(['aws', 'google', 'azurerm', 'kubernetes', 'helm']));
    } else if (!metaArguments.has(item.type) || item.type === 'lifecycle') eachExpression(item, inner, visit);
  }
}

function iteratorOf(dynamic: Block): string {
  const named = dynamic.body.items.find(
    (item): item is Attribute => item.kind === 'attribute' && item.name === 'iterator',
  );
  return named?.value.kind === 'variable' ? named.value.name : (dynamic.labels[0]?.text ?? '');
}

function collectLoops(expression: Expression, names: Set<string>): void {
  const stack: unknown[] = [expression];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (Array.isArray(at)) stack.push(...at);
    else if (at !== null && typeof at === 'object') {
      const { kind, keyName, valueName, key, value } = at as {
        kind?: string;
        keyName?: string;
        valueName?: string;
        key?: unknown;
        value?: unknown;
      };
      if (kind === 'for') for (const name of [keyName, valueName]) if (name) names.add(name);
      if (kind === 'for-directive')
        for (const name of [key, value]) if (typeof name === 'string') names.add(name);
      stack.push(...Object.values(at).filter((part) => part !== null && typeof part === 'object'));
    }
  }
}
