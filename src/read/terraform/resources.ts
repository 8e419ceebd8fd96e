import { BlockNode } from './block-node.ts';
import { constantText } from './constant.ts';
import { expand, expansionOf, type Instance, keySuffix } from './expand.ts';
import type { ModuleInstance } from './instance.ts';
import type { Declared } from './module-source.ts';
import { TerraformResource } from './resource.ts';
import { attributeOf } from './written.ts';

/** Everything that a module and the modules it calls declare, as resources of the graph. */
export function collectResources(
  instance: ModuleInstance,
  into: TerraformResource[] = [],
): TerraformResource[] {
  const { source, configuration } = instance;
  const add = (declared: Declared, local: string, type: string, name: string, one: Instance = plain) => {
    if (!configuration.admit()) return;
    const place = { instance, bindings: one.bindings };
    into.push(
      new TerraformResource(
        `${instance.addressOf(local)}${keySuffix(one.key)}`,
        type,
        name,
        configuration.unit,
        new BlockNode(declared.file, declared.block, place),
        declared.block,
        instance,
        one.bindings,
        one.key,
      ),
    );
  };
  for (const [local, declared] of source.resources) {
    const [type, name] = labelsOf(declared);
    for (const one of expansionOf(instance, local, declared).instances) add(declared, local, type, name, one);
  }
  for (const [local, declared] of source.data) {
    const [type, name] = labelsOf(declared);
    for (const one of expansionOf(instance, `data.${local}`, declared).instances)
      add(declared, `data.${local}`, `data.${type}`, name, one);
  }
  for (const declared of source.again) {
    const [type, name] = labelsOf(declared);
    const prefix = declared.block.type === 'data' ? 'data.' : '';
    for (const one of expand(declared, instance.place).instances)
      add(declared, `${prefix}${type}.${name}`, `${prefix}${type}`, name, one);
  }
  for (const [name, declared] of source.variables) add(declared, `var.${name}`, 'variable', name);
  for (const [name, declared] of source.outputs) add(declared, `output.${name}`, 'output', name);
  for (const declared of source.settings) add(declared, 'terraform', 'terraform', 'terraform');
  for (const declared of source.others)
    add(declared, declared.block.type, declared.block.type, labelsOf(declared)[0]);
  for (const declared of source.providers) {
    const [name] = labelsOf(declared);
    const alias = attributeOf(declared.block.body.items, 'alias')?.value;
    const suffix = alias ? `.${constantText(alias) ?? '?'}` : '';
    add(declared, `provider.${name}${suffix}`, 'provider', name);
  }
  for (const [name, declared] of source.calls) {
    const children = instance.children(name)!;
    add(declared, `module.${name}`, 'module', name);
    for (const { module } of children.instances) collectResources(module, into);
  }
  return into;
}

const plain: Instance = { key: undefined, bindings: new Map() };

function labelsOf({ block }: Declared): [string, string] {
  return [block.labels[0]?.text ?? block.type, block.labels[1]?.text ?? ''];
}
