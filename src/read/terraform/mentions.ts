import type { Node } from '../../model/node.ts';
import { ExpressionNode } from './expression-node.ts';
import { type Mention, MentionWalk } from './mention-walk.ts';
import type { ModuleSource } from './module-source.ts';
import type { TerraformResource } from './resource.ts';

/** A name that an expression of a block mentions. */
export interface Mentioned {
  /** its leading names, at most three: `data`, `aws_ami`, `base` */
  readonly names: readonly string[];
  /** the expression that mentions it first */
  readonly node: Node;
  /** nothing takes a value from it: it only has to come first (`depends_on`) */
  readonly onlyOrders: boolean;
}

const nothing: readonly Mentioned[] = [];

/** Blocks whose arguments are no expressions: their traversals mean something else. */
const meta = new Set(['provider', 'moved', 'removed', 'import', 'terraform']);

/**
 * What a block mentions, each name once; names bound by `for` and by dynamic blocks are left out.
 * @param isWanted asked for the leading names of each mention
 */
export function mentionsOf(
  { block, declared, body, instance, bindings }: TerraformResource,
  isWanted: (names: Mention) => boolean,
): readonly Mentioned[] {
  const { found } = declared.mentions;
  if (found.length === 0 || meta.has(block.type)) return nothing;
  const names = new Set<string>();
  const mentioned: Mentioned[] = [];
  // a name that is used as a value says more than one that is only waited for
  for (const onlyOrders of [false, true])
    for (const { mentions, bound, role, attribute } of found) {
      if (role === 'meta' || (role === 'order') !== onlyOrders) continue;
      for (const mention of mentions) {
        if (bound.has(mention.names[0]!) || !isWanted(mention)) continue;
        const name = mention.names.join('.');
        if (names.has(name)) continue;
        names.add(name);
        mentioned.push({
          names: mention.names,
          node: new ExpressionNode(body.file, attribute.value, { instance, bindings }),
          onlyOrders,
        });
      }
    }
  return mentioned;
}

const used = new WeakMap<ModuleSource, ReadonlySet<string>>();

/** The first two names of everything that a module mentions anywhere: `var.cidr`, `local.tags`, `aws_vpc.main`. */
export function namesUsedIn(source: ModuleSource): ReadonlySet<string> {
  let names = used.get(source);
  if (!names) {
    names = new Set(collectNames(source));
    used.set(source, names);
  }
  return names;
}

function* collectNames(source: ModuleSource): Iterable<string> {
  const walk = new MentionWalk();
  for (const { expression } of source.locals.values()) walk.expression(expression);
  for (const { pair } of walk.found) yield pair;
  for (const declared of [
    ...source.variables.values(),
    ...source.outputs.values(),
    ...source.resources.values(),
    ...source.data.values(),
    ...source.calls.values(),
    ...source.again,
    ...source.providers,
    ...source.settings,
    ...source.others,
  ])
    for (const { role, mentions } of declared.mentions.found)
      if (role !== 'meta') for (const { pair } of mentions) yield pair;
}
