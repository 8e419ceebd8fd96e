import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import type { MentioningArgument } from './block-mentions.ts';
import { BlockNode } from './block-node.ts';
import type { Definition, Place } from './configuration.ts';
import { ExpressionNode } from './expression-node.ts';
import type { ModuleInstance } from './instance.ts';
import { type Mention, MentionWalk } from './mention-walk.ts';
import type { TerraformResource } from './resource.ts';

/** What an argument of a resource's block mentions, directly or through variables, locals and outputs. */
export interface Reference {
  /** `type.name` in a module instance: `module.network` + `aws_vpc.main`; data sources with their `data.`; a key only where one instance is meant */
  readonly address: string;
  /** names of the attribute and of the blocks around it: `network_interface`, `subnet_id` */
  readonly path: readonly string[];
  readonly at: Node;
}

/** All references of a resource to resources and data sources, each once for each argument. */
export function referencesOf(resource: TerraformResource): readonly Reference[] {
  const { body, declared } = resource;
  const { found, isDynamic } = declared.mentions;
  if (found.length === 0) return nothing;
  const references: Reference[] = [];
  if (isDynamic) collectFrom(body as BlockNode, [], references);
  else for (const argument of found) collectWritten(resource, argument, references);
  return references;
}

const nothing: readonly Reference[] = [];

/** The references of an argument as it is written. Its node is made when somebody asks where the reference is. */
function collectWritten(
  resource: TerraformResource,
  argument: MentioningArgument,
  references: Reference[],
): void {
  const { body, bindings } = resource;
  const { mentions } = argument;
  const addresses = addressesOf(mentions, resource);
  if (addresses.length > 0)
    for (const address of addresses) references.push(new WrittenReference(address, argument, body));
  else if (mayMeanThroughEach(mentions, bindings))
    for (const address of addressesUnknownIn(nodeOf(body, argument)))
      references.push(new WrittenReference(address, argument, body));
}

class WrittenReference implements Reference {
  constructor(
    readonly address: string,
    private readonly argument: MentioningArgument,
    private readonly body: Node,
  ) {}

  get path(): readonly string[] {
    return this.argument.path;
  }

  get at(): Node {
    return nodeOf(this.body, this.argument);
  }
}

/** The node of an argument in a block's body, the one that reading the body by names gives. */
function nodeOf(body: Node, { attribute, within }: MentioningArgument): Node {
  let block: Node | undefined = body;
  for (const { type, start } of within) {
    const blocks: unknown = block.peek(type)?.content;
    block = Array.isArray(blocks)
      ? (blocks as readonly Node[]).find((one) => one.start === start)
      : undefined;
    // an argument has the same name, which is wrong
    if (!block) return body;
  }
  return block.peek(attribute.name) ?? body;
}

/** The same where blocks are written out, and mean something else each time. */
function collectFrom(block: BlockNode, path: readonly string[], found: Reference[]): void {
  const { keys, nodes } = block.content;
  keys.forEach((key, at) => {
    const node = nodes[at]!;
    if (node instanceof ExpressionNode) {
      const mentions = mentionsIn(node);
      const addresses = addressesOf(mentions, node.place);
      const meant =
        addresses.length === 0 && mayMeanThroughEach(mentions, node.place.bindings)
          ? addressesUnknownIn(node)
          : addresses;
      for (const address of meant) found.push({ address, path: [...path, key], at: node });
    } else if (Array.isArray(node.content))
      for (const nested of node.content as readonly Node[])
        if (nested instanceof BlockNode) collectFrom(nested, [...path, key], found);
  });
}

function mentionsIn({ expression }: Pick<Definition, 'expression'>): readonly Mention[] {
  const walk = new MentionWalk();
  walk.expression(expression);
  return walk.found;
}

/** `each.value.id` of `for_each = aws_subnet.a` is written nowhere: what it means shows only in what its value lacks. */
function mayMeanThroughEach(mentions: readonly Mention[], bindings: Place['bindings']): boolean {
  return mentions.some(({ names: [root] }) => root === 'each' || bindings.has(root!));
}

function addressesUnknownIn({ content }: Node): readonly string[] {
  return content instanceof Unknown ? content.references : [];
}

const none: readonly string[] = [];

function addressesIn(definition: Definition): readonly string[] {
  return addressesOf(mentionsIn(definition), definition.place);
}

/** Addresses of the resources that mentions lead to, each once. */
function addressesOf(mentions: readonly Mention[], place: Place): readonly string[] {
  let found: readonly string[] = none;
  for (const mention of mentions) found = joined(found, resolveMention(mention, place));
  return found;
}

/** Mostly one of the two is empty. */
function joined(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...new Set([...a, ...b])];
}

function resolveMention(mention: Mention, place: Place): readonly string[] {
  const [root, first, second] = mention.names;
  const { instance } = place;
  switch (root) {
    case 'var':
      return once(instance, mention.pair, () => instance.definitionOf(String(first)));
    case 'local':
      return once(instance, mention.pair, () => {
        const written = instance.source.locals.get(String(first));
        return written && { ...written, place: instance.place, what: '' };
      });
    case 'module': {
      const children = instance.children(String(first));
      if (!children) return none;
      if (children.missing !== undefined || second === undefined) return [instance.addressOf(mention.pair)];
      return onceOf(instance, `module.${mention.inner}`, () =>
        children.instances.reduce(
          (all, { module }) =>
            joined(
              all,
              once(module, `output.${second}`, () => module.outputDefinition(second)),
            ),
          none,
        ),
      );
    }
    case 'data':
      return instance.source.data.has(mention.inner) ? [instance.addressOf(`data.${mention.inner}`)] : none;
    case 'each':
      return addressesOfBinding(place, 'each');
    default:
      return instance.source.resources.has(mention.pair)
        ? [instance.addressOf(mention.pair)]
        : addressesOfBinding(place, String(root));
  }
}

function addressesOfBinding({ bindings }: Place, name: string): readonly string[] {
  const written = bindings.get(name)?.written;
  return written ? addressesIn(written) : none;
}

/** What a named definition leads to, followed once for each module instance; cycles lead nowhere. */
function once(
  instance: ModuleInstance,
  key: string,
  define: () => Definition | undefined,
): readonly string[] {
  return onceOf(instance, key, () => {
    const definition = define();
    return definition ? addressesIn(definition) : none;
  });
}

function onceOf(instance: ModuleInstance, key: string, find: () => readonly string[]): readonly string[] {
  const { leads } = instance;
  let addresses = leads.get(key);
  if (!addresses) {
    leads.set(key, none);
    addresses = find();
    leads.set(key, addresses);
  }
  return addresses;
}
