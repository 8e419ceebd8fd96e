import type { Expression } from '../../syntax/hcl/tree.ts';
import { constantText } from './constant.ts';
import type { ModuleSource } from './module-source.ts';
import { attributeOf } from './written.ts';

/** What a module says of a provider that it needs. */
export interface RequiredProvider {
  /** `hashicorp/aws`, also where the registry's host stands before it */
  readonly source: string;
  /** conditions on its version, as they are written */
  readonly versions: readonly string[];
}

const known = new WeakMap<ModuleSource, ReadonlyMap<string, RequiredProvider>>();

/** The providers that a module names in `required_providers`, or gives a version in a `provider` block, by their local names. */
export function requiredProviders(source: ModuleSource): ReadonlyMap<string, RequiredProvider> {
  let required = known.get(source);
  if (!required) {
    required = readRequired(source);
    known.set(source, required);
  }
  return required;
}

function readRequired({ settings, providers }: ModuleSource): ReadonlyMap<string, RequiredProvider> {
  const required = new Map<string, RequiredProvider>();
  const note = (name: string, source: string | undefined, version: string | undefined) => {
    const before = required.get(name);
    required.set(name, {
      source: source ?? before?.source ?? `hashicorp/${name}`,
      versions: [...(before?.versions ?? []), ...(version === undefined ? [] : [version])],
    });
  };
  for (const { block } of settings)
    for (const item of block.body.items) {
      if (item.kind !== 'block' || item.type !== 'required_providers') continue;
      for (const one of item.body.items)
        if (one.kind === 'attribute')
          note(
            one.name,
            textIn(one.value, 'source')?.replace(/^registry\.[^/]+\//, ''),
            versionIn(one.value),
          );
    }
  for (const { block } of providers) {
    const version = attributeOf(block.body.items, 'version');
    if (version && block.labels[0]) note(block.labels[0].text, undefined, constantText(version.value));
  }
  return required;
}

/** `{ version = "~> 5.0" }`, or by itself as Terraform 0.12 had it. */
function versionIn(value: Expression): string | undefined {
  return constantText(value) ?? textIn(value, 'version');
}

function textIn(value: Expression, key: string): string | undefined {
  if (value.kind !== 'object') return undefined;
  const item = value.items.find((one) => constantText(one.key) === key);
  return item && constantText(item.value);
}
