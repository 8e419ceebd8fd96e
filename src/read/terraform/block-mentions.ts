import type { Attribute, Block } from '../../syntax/hcl/tree.ts';
import { type Mention, MentionWalk } from './mention-walk.ts';
import { attributeOf } from './written.ts';

/** An argument of a block, or of a block in it, whose expression mentions something. */
export interface MentioningArgument {
  readonly attribute: Attribute;
  /** the blocks around it within the outermost one, from the outside in */
  readonly within: readonly Block[];
  /** names of those blocks and of the argument: `network_interface`, `subnet_id` */
  readonly path: readonly string[];
  readonly mentions: readonly Mention[];
  /** names that `for` in it, or `dynamic` around it, gives a meaning to */
  readonly bound: ReadonlySet<string>;
  /** `order`: names only what comes first (`depends_on`, `providers`); `meta`: what it names is no value at all */
  readonly role: 'value' | 'order' | 'meta';
}

/** What a block mentions, which is the same for every instance of it. */
export interface BlockMentions {
  readonly found: readonly MentioningArgument[];
  /** whether there is a `dynamic` block in it, whose content means something else each time it is written out */
  readonly isDynamic: boolean;
}

const nothing: ReadonlySet<string> = new Set();
/** Providers are named like resources in `providers = { aws = aws.west }`. */
const providers: ReadonlySet<string> = new Set(['aws', 'google', 'azurerm', 'kubernetes', 'helm']);

const orderArguments = new Set(['depends_on', 'providers']);
const metaArguments = new Set(['provider', 'ignore_changes', 'replace_triggered_by']);

export function mentionsInBlock(block: Block): BlockMentions {
  const search = new Search(block.type === 'variable');
  search.visit(block, [], [], nothing);
  return search;
}

class Search implements BlockMentions {
  readonly found: MentioningArgument[] = [];
  isDynamic = false;

  constructor(private readonly isVariable: boolean) {}

  visit(block: Block, within: readonly Block[], names: readonly string[], bound: ReadonlySet<string>): void {
    for (const item of block.body.items) {
      if (item.kind === 'attribute') {
        const walk = new MentionWalk();
        walk.expression(item.value);
        if (walk.found.length === 0) continue;
        const role = this.roleOf(item.name);
        this.found.push({
          attribute: item,
          within,
          path: [...names, item.name],
          mentions: walk.found,
          bound: union(role === 'order' ? providers : bound, walk.bound),
          role,
        });
      } else {
        const isDynamic = item.type === 'dynamic';
        if (isDynamic) this.isDynamic = true;
        const inner = isDynamic ? union(bound, new Set([iteratorOf(item)])) : bound;
        this.visit(item, [...within, item], [...names, item.type], inner);
      }
    }
  }

  private roleOf(name: string): MentioningArgument['role'] {
    if (orderArguments.has(name)) return 'order';
    // the type of a variable reads like an expression: `list(string)`
    return metaArguments.has(name) || (this.isVariable && name === 'type') ? 'meta' : 'value';
  }
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): ReadonlySet<string> {
  if (!b || b.size === 0) return a;
  return a.size === 0 ? b : new Set([...a, ...b]);
}

/** The name by which the content of a `dynamic` block calls what it walks over. */
function iteratorOf({ body, labels }: Block): string {
  const named = attributeOf(body.items, 'iterator')?.value;
  return named?.kind === 'variable' ? named.name : (labels[0]?.text ?? '');
}
