import type { Environment } from '../../environment.ts';
import { FileSet, type Files } from '../../target.ts';
import { why, yaml, yamlStream } from '../../yaml/yaml.ts';
import { digestComment, digestOf, repositoryOf } from '../image.ts';
import type { plain } from '../plain.ts';
import { identityOf, type Part, type Unit } from '../unit.ts';
import { inPlaceOf } from './in-place-of.ts';
import { patchesOf } from './patches.ts';
import { rolloutReferences } from './references.ts';
import { generatorOf, variablesFile } from './variables.ts';

const asWritten = (_: string, value: Parameters<typeof plain>[0]) => value;

/**
 * A base with what environments share, as the last of them has it, and an overlay for each with what differs there.
 * @param environments production last
 */
export function kustomized(unit: Unit, environments: readonly Environment[]): Files {
  const files = new FileSet();
  const all = environments.map((environment) => ({
    environment,
    parts: unit.partsIn(environment, asWritten),
  }));
  const shared = sharedOf(all.map(({ parts }) => parts));
  const base = all.at(-1)!.parts.flatMap((part) => {
    const objects = part.objects.filter((object) => shared.has(identityOf(object)));
    return objects.length > 0 ? [{ ...part, objects }] : [];
  });
  const hasBase = base.length > 0;
  for (const { file, objects } of base) files.add(`${unit.folder}/base/${file}.yaml`, yamlStream(objects));
  if (hasBase) addKustomization(files, unit, base, environments.at(-1)!.name);
  for (const { environment, parts } of all) {
    const folder = `${unit.folder}/overlays/${environment.name}`;
    const own = parts.flatMap((part) => {
      const objects = part.objects.filter((object) => !shared.has(identityOf(object)));
      return objects.length > 0 ? [{ ...part, objects }] : [];
    });
    for (const { file, objects } of own) files.add(`${folder}/${file}.yaml`, yamlStream(objects));
    const variables = unit.variablesIn?.(environment);
    if (variables) files.addAll(variablesFile(folder, variables));
    const patches = patchesOf(base, parts);
    files.add(
      `${folder}/kustomization.yaml`,
      yaml({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: [...(hasBase ? ['../../base'] : []), ...own.map(({ file }) => `${file}.yaml`)],
        ...(variables && { configMapGenerator: [generatorOf(variables)] }),
        ...(unit.image !== undefined && {
          images: why([{ name: repositoryOf(unit.image), digest: digestOf(unit.image) }], digestComment),
        }),
        ...(patches.length > 0 && { patches }),
      }),
    );
    if (environment.standby) files.addAll(inPlaceOf(unit, environment, environment.standby));
  }
  return files.files;
}

function addKustomization(files: FileSet, unit: Unit, base: readonly Part[], last: string): void {
  const hasRollout = base.some(({ objects }) => objects.some(({ kind }) => kind === 'Rollout'));
  if (hasRollout) files.add(`${unit.folder}/base/references.yaml`, rolloutReferences);
  files.add(
    `${unit.folder}/base/kustomization.yaml`,
    yaml(
      {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: base.map(({ file }) => `${file}.yaml`),
        ...(hasRollout && { configurations: ['references.yaml'] }),
      },
      `${unit.about}, as in ${last}; overlays say what differs elsewhere.`,
    ),
  );
}

/** Identities of the objects that every environment has, and has more or less alike. */
function sharedOf(all: readonly (readonly Part[])[]): ReadonlySet<string> {
  const each = all.map(
    (parts) => new Set(parts.flatMap(({ own, objects }) => (own === true ? [] : objects.map(identityOf)))),
  );
  return new Set([...each[0]!].filter((identity) => each.every((one) => one.has(identity))));
}
