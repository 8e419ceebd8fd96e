import type { Environment } from '../environment.ts';
import { FileSet, type Files } from '../target.ts';
import { type YamlMap, yaml, yamlStream } from '../yaml/yaml.ts';
import type { Addon } from './addon.ts';
import { addonBase, addonFolder } from './repository.ts';

/** Whether an add-on has values of its own in an environment. */
export function differs(addon: Addon): boolean {
  return addon.valuesIn !== undefined;
}

/** Values of an add-on, alike and by environment, and what belongs to it beside its chart. */
export function addonFiles(addon: Addon, environments: readonly Environment[]): Files {
  const files = new FileSet();
  const hasValues = Object.keys(addon.values).length > 0;
  if (hasValues) files.add(`${addonBase(addon.name)}/values.yaml`, yaml(addon.values, addon.does));
  for (const environment of environments) {
    const folder = addonFolder(addon.name, environment);
    if (addon.valuesIn) files.add(`${folder}/values.yaml`, yaml(addon.valuesIn(environment)));
    for (const [file, objects] of objectFiles(addon, environment))
      files.add(`${objectFolder(addon, environment)}/${file}.yaml`, yamlStream(objects));
  }
  return files.files;
}

/** Where its objects are: apart where they have to wait for it. */
export function objectFolder(addon: Addon, environment: Environment): string {
  return `${addonFolder(addon.name, environment)}${addon.objectsAfter ? '/objects' : ''}`;
}

/** Files of objects by their name. */
export function objectFiles(
  addon: Addon,
  environment: Environment,
): readonly (readonly [string, readonly YamlMap[]])[] {
  return Object.entries(addon.objectsIn?.(environment) ?? {});
}

/** Files of values of an add-on, the last over those before. */
export function valueFiles(addon: Addon, environment: Environment): string[] {
  return [
    ...(addon.valuesKeptIn ? [addon.valuesKeptIn(environment)] : []),
    ...(Object.keys(addon.values).length > 0 ? [`${addonBase(addon.name)}/values.yaml`] : []),
    ...(differs(addon) ? [`${addonFolder(addon.name, environment)}/values.yaml`] : []),
  ];
}
