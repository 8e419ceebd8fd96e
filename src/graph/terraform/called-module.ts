import { Undecided } from '../../model/unknown.ts';
import { localSource } from '../../read/terraform/layout.ts';
import type { ModuleSource } from '../../read/terraform/module-source.ts';
import type { TerraformResource } from '../../read/terraform/resource.ts';

/**
 * The module that a call leads to.
 * @throws Undecided where it is not at hand, or may hold more than its files show
 */
export function calledModule(call: TerraformResource): ModuleSource {
  const { instance, declared, name, body } = call;
  const module = sourceOfCall(call);
  if (!module) {
    const source = localSource(declared, instance.source.folder)?.source ?? 'without a source';
    throw new Undecided(body, `module ${name} (${source}) is not in the repository`);
  }
  if (module.incomplete) throw new Undecided(body, module.incomplete);
  return module;
}

/** Of a call that makes no instance the folder still tells what it would make. */
function sourceOfCall({ instance, declared, name }: TerraformResource): ModuleSource | undefined {
  const folder = localSource(declared, instance.source.folder)?.folder;
  const local = folder === undefined ? undefined : instance.configuration.modules.get(folder);
  return local ?? instance.children(name)?.instances[0]?.module.source;
}
