import type { Node } from '../../model/node.ts';
import { ExpressionNode } from '../../read/terraform/expression-node.ts';
import { type Mention, MentionWalk } from '../../read/terraform/mention-walk.ts';
import type { Declared } from '../../read/terraform/module-source.ts';
import type { TerraformResource } from '../../read/terraform/resource.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';
import { type Facts, factsOf } from './schema-subjects.ts';
import { uniqueBlocks } from './unique-blocks.ts';

/** `aws_sqs_queue.orders.url` in an expression: an attribute that a resource or data source of the same module exports. */
export interface ExportReference {
  /** `aws_sqs_queue.orders`, `data.aws_ami.base` */
  readonly target: string;
  /** as resources have it: `data.aws_ami` */
  readonly type: string;
  readonly attribute: string;
  readonly facts: Facts;
  readonly node: Node;
  /** the target has `for_each`, so the name may be one of its keys */
  readonly isKeyed: boolean;
}

/** A block with what it takes from resources whose provider is known. */
export interface Referring extends Subject {
  readonly resource: TerraformResource;
  readonly references: readonly ExportReference[];
}

/** Blocks that refer to attributes of AWS, Google Cloud or Azure, each block once. */
export const exportReferences: Selector<Referring> = {
  of: 'blocks that refer to attributes of resources',
  find: (graph) =>
    uniqueBlocks(graph).flatMap((resource) => {
      const references = referencesOf(graph, resource);
      return references.length > 0 ? [{ resource, node: resource.body, references }] : [];
    }),
};

/** What begins no address of a resource or data source. */
const elsewhere = new Set(['var', 'local', 'module', 'each', 'count', 'path', 'self', 'terraform']);

function referencesOf(graph: Graph, resource: TerraformResource): readonly ExportReference[] {
  const { declared, instance, bindings, body } = resource;
  const references: ExportReference[] = [];
  const seen = new Set<string>();
  for (const { mentions, bound, role, attribute } of declared.mentions.found) {
    if (role !== 'value') continue;
    for (const mention of mentions) {
      const root = mention.names[0]!;
      if (elsewhere.has(root) || bound.has(root)) continue;
      for (const { names } of root === 'data' ? dataMentions(attribute.value) : [mention]) {
        const id = names.join('.');
        if (seen.has(id)) continue;
        seen.add(id);
        const target = targetOf(resource, names);
        const facts = target && factsOf(graph, instance, target);
        if (!target || !facts || facts.versions === 0) continue;
        references.push({
          ...target,
          facts,
          node: new ExpressionNode(body.file, attribute.value, { instance, bindings }),
          isKeyed: target.declared.meta.repetition?.name === 'for_each',
        });
      }
    }
  }
  return references;
}

/** Mentions are kept up to the name of a data source; what is taken of it stands behind. */
function dataMentions(value: Parameters<MentionWalk['expression']>[0]): readonly Mention[] {
  const walk = new MentionWalk(4);
  walk.expression(value);
  return walk.found.filter(({ names: [root] }) => root === 'data');
}

interface Target extends Pick<ExportReference, 'target' | 'type' | 'attribute'> {
  readonly declared: Declared;
}

function targetOf({ instance: { source } }: TerraformResource, names: Mention['names']): Target | undefined {
  const isData = names[0] === 'data';
  const [type, name, attribute] = isData ? names.slice(1) : names;
  if (attribute === undefined || attribute === '*' || /^\d+$/.test(attribute)) return undefined;
  const declared = (isData ? source.data : source.resources).get(`${type}.${name}`);
  const prefix = isData ? 'data.' : '';
  return declared && { declared, target: `${prefix}${type}.${name}`, type: `${prefix}${type}`, attribute };
}
