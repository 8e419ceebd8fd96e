import type { Problem } from '../../model/problem.ts';
import type { CallSite } from './configuration.ts';
import { type Expansion, expand, type InstanceKey, keySuffix } from './expand.ts';
import type { ModuleInstance } from './instance.ts';
import { localSource } from './layout.ts';
import { type Declared, headEnd, type ModuleSource } from './module-source.ts';

/** What a module call makes. */
export interface ModuleInstances {
  readonly mode: Expansion['mode'];
  readonly instances: readonly { readonly key: InstanceKey; readonly module: ModuleInstance }[];
  /** why its content is not known, where the module is not in the repository */
  readonly missing?: string;
}

export const noInstances: ModuleInstances = { mode: 'unknown', instances: [] };

/** Calls nested deeper than this are taken for a mistake. */
const deepest = 32;

/** The module instances that a call makes; none, with the reason, where its source is not at hand. */
export function expandCall(
  parent: ModuleInstance,
  name: string,
  declared: Declared,
  make: (source: ModuleSource, address: string, call: CallSite) => ModuleInstance,
): ModuleInstances {
  const { configuration } = parent;
  const local = localSource(declared, parent.source.folder);
  const folder = local?.folder ?? configuration.installed.get(callKey(parent, name));
  const source = folder === undefined ? undefined : configuration.modules.get(folder);
  if (!source) {
    const missing = `module ${name} (${local?.source ?? 'without a source'}) is not in the repository`;
    return { mode: 'unknown', instances: [], missing };
  }
  const fault = faultOf(parent, name, source.folder);
  if (fault) {
    const { file, block } = declared;
    configuration.report({ ...fault, path: file.path, file, start: block.start, end: headEnd(block) });
    return { mode: 'unknown', instances: [], missing: fault.message };
  }
  const { mode, instances } = expand(declared, parent.place);
  const made: { key: InstanceKey; module: ModuleInstance }[] = [];
  for (const { key, bindings } of instances) {
    if (!configuration.limits.admit('module instances', declared)) break;
    const address = parent.addressOf(`module.${name}${keySuffix(key)}`);
    made.push({ key, module: make(source, address, { parent, declared, bindings, name }) });
  }
  if (made.length === instances.length) return { mode, instances: made };
  return { mode: 'unknown', instances: made, missing: `not all instances of module ${name} are looked at` };
}

/** Why a call cannot be followed: it leads back, or too deep. */
function faultOf(
  parent: ModuleInstance,
  name: string,
  folder: string,
): Pick<Problem, 'kind' | 'message'> | undefined {
  if (parent.depth >= deepest)
    return {
      kind: 'limit',
      message: `module ${name} is called through more than ${deepest} modules and is not looked at`,
    };
  for (let at: ModuleInstance | undefined = parent; at; at = at.call?.parent)
    if (at.source.folder === folder)
      return { kind: 'invalid', message: `module ${name} calls a module that calls it: ${folder}` };
  return undefined;
}

function callKey(parent: ModuleInstance, name: string): string {
  const names = [name];
  for (let at: ModuleInstance | undefined = parent; at?.call; at = at.call.parent)
    names.unshift(at.call.name);
  return names.join('.');
}
