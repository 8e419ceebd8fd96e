import type { Node } from '../../model/node.ts';
import type { Mention } from '../../read/terraform/mention-walk.ts';
import { mentionsOf } from '../../read/terraform/mentions.ts';
import type { ModuleSource } from '../../read/terraform/module-source.ts';
import type { TerraformResource } from '../../read/terraform/resource.ts';
import type { Selector, Subject } from '../selector.ts';
import { uniqueBlocks } from './unique-blocks.ts';

/** `module.network.vpc_id` in an expression, where the module is at hand. */
export interface OutputReference {
  /** `module.network` */
  readonly call: string;
  readonly module: ModuleSource;
  readonly output: string;
  readonly node: Node;
  /** it stands in `depends_on` */
  readonly onlyOrders: boolean;
}

/** A block with what it takes from modules. */
export interface OutputReferences extends Subject {
  readonly resource: TerraformResource;
  readonly references: readonly OutputReference[];
}

/** Blocks that refer to outputs of modules that are at hand, each block once. */
export const outputReferences: Selector<OutputReferences> = {
  of: 'blocks that refer to outputs of modules',
  find: (graph) =>
    uniqueBlocks(graph).flatMap((resource) => {
      const references = referencesOf(resource);
      return references.length > 0 ? [{ resource, node: resource.body, references }] : [];
    }),
};

const isOutput = ({ names: [root] }: Mention) => root === 'module';

function referencesOf(resource: TerraformResource): OutputReference[] {
  const { instance } = resource;
  return mentionsOf(resource, isOutput).flatMap(({ names: [, name, output], node, onlyOrders }) => {
    if (name === undefined || output === undefined || /^(\*|\d+)$/.test(output)) return [];
    const call = instance.source.calls.get(name);
    const module = call && instance.children(name)?.instances[0]?.module.source;
    // a name behind a call with for_each may be a key
    if (!module || module.incomplete || call.meta.repetition?.name === 'for_each') return [];
    return [{ call: `module.${name}`, module, output, node, onlyOrders }];
  });
}
