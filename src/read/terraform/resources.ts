import { BlockNode } from './block-node.ts';
import { noBindings } from './configuration.ts';
import { alone, expand, type Instance, keySuffix } from './expand.ts';
import type { ModuleInstance } from './instance.ts';
import type { Declared } from './module-source.ts';
import { TerraformResource } from './resource.ts';

/** Everything that a module and the modules it calls declare, as resources of the graph. */
export function collectResources(instance: ModuleInstance): TerraformResource[] {
  const into: TerraformResource[] = [];
  collect(instance, into);
  return into;
}

function collect(instance: ModuleInstance, into: TerraformResource[]): void {
  const { source } = instance;
  for (const [local, declared] of source.resources)
    for (const one of instance.expansionOf(local, declared).instances)
      add(instance, into, declared, local, one);
  for (const [name, declared] of source.data) {
    const local = `data.${name}`;
    for (const one of instance.expansionOf(local, declared).instances)
      add(instance, into, declared, local, one);
  }
  for (const declared of source.again) {
    const [type, name] = labelsOf(declared);
    const local = `${declared.block.type === 'data' ? 'data.' : ''}${type}.${name}`;
    for (const one of expand(declared, instance.place).instances) add(instance, into, declared, local, one);
  }
  for (const [name, declared] of source.variables) add(instance, into, declared, `var.${name}`);
  for (const [name, declared] of source.outputs) add(instance, into, declared, `output.${name}`);
  for (const declared of source.settings) add(instance, into, declared, 'terraform');
  for (const declared of source.others) add(instance, into, declared, declared.block.type);
  for (const declared of source.providers) add(instance, into, declared, `provider.${labelsOf(declared)[0]}`);
  for (const [name, declared] of source.calls) {
    add(instance, into, declared, `module.${name}`);
    for (const { module } of instance.children(name)!.instances) collect(module, into);
  }
}

const [plain] = alone.instances as readonly [Instance];

function add(
  instance: ModuleInstance,
  into: TerraformResource[],
  declared: Declared,
  local: string,
  { key, bindings }: Instance = plain,
): void {
  const { configuration } = instance;
  if (!configuration.limits.admit('resources', declared)) return;
  const { file, block } = declared;
  const place = bindings === noBindings ? instance.place : { instance, bindings };
  const address =
    key === undefined ? instance.addressOf(local) : `${instance.addressOf(local)}${keySuffix(key)}`;
  const [type, name] = typeAndName(declared);
  into.push(
    new TerraformResource(
      address,
      type,
      name,
      configuration.unit,
      new BlockNode(file, block, place),
      declared,
      instance,
      bindings,
      key,
      local,
    ),
  );
}

/** The type of a resource as the graph knows it, and its name. */
function typeAndName(declared: Declared): readonly [string, string] {
  const { block } = declared;
  const labels = labelsOf(declared);
  switch (block.type) {
    case 'resource':
      return labels;
    case 'data':
      return [`data.${labels[0]}`, labels[1]];
    case 'terraform':
      return ['terraform', 'terraform'];
    default:
      return [block.type, labels[0]];
  }
}

function labelsOf({ block }: Declared): readonly [string, string] {
  return [block.labels[0]?.text ?? block.type, block.labels[1]?.text ?? ''];
}
