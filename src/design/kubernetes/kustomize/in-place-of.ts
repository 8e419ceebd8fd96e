import type { Environment } from '../../environment.ts';
import { FileSet, type Files } from '../../target.ts';
import { why, type YamlMap, yaml, yamlStream } from '../../yaml/yaml.ts';
import type { plain } from '../plain.ts';
import { identityOf, type Unit } from '../unit.ts';
import { patchesOf } from './patches.ts';
import { generatorOf, variablesFile } from './variables.ts';

type Value = Parameters<typeof plain>[0];
const asWritten = (_: string, value: Value) => value;

/** An overlay over that of another environment, with the images that it runs: what differs where it comes up elsewhere. */
export function inPlaceOf(unit: Unit, main: Environment, standby: Environment): Files {
  const folder = `${unit.folder}/overlays/${standby.name}`;
  const [from, to] = [main, standby].map((one) => unit.imageIn?.(one));
  // the digest is in the overlay below, so that a patch of the image would lose it
  const sameImage = (name: string, value: Value) => (name === 'image' ? from! : value);
  const there = unit.partsIn(main, asWritten);
  const here = unit.partsIn(standby, from === to ? asWritten : sameImage);
  const known = new Set(there.flatMap(({ objects }) => objects.map(identityOf)));
  const files = new FileSet();
  const own = here.flatMap((part) => {
    const objects = part.objects.filter((object) => !known.has(identityOf(object)));
    return objects.length > 0 ? [{ file: part.file, objects }] : [];
  });
  for (const { file, objects } of own) files.add(`${folder}/${file}.yaml`, yamlStream(objects));
  const patches = [...patchesOf(there, here), ...removalsOf(there, here)];
  const variables = unit.variablesIn?.(standby);
  const differs =
    variables !== undefined &&
    JSON.stringify(variables.data) !== JSON.stringify(unit.variablesIn?.(main).data);
  if (differs) files.addAll(variablesFile(folder, variables));
  return files.add(
    `${folder}/kustomization.yaml`,
    yaml(
      {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: [`../${main.name}`, ...own.map(({ file }) => `${file}.yaml`)],
        ...(differs && { configMapGenerator: [{ ...generatorOf(variables), behavior: 'replace' }] }),
        ...(from !== to && {
          images: why([{ name: from!, newName: to! }], `The copy of its registry in ${standby.region}.`),
        }),
        ...(patches.length > 0 && { patches }),
      },
      `${unit.about} in ${standby.region}: as in ${main.name}${unit.image === undefined ? '' : ', with the images that run there'}, but for what this says.`,
    ),
  ).files;
}

type Parts = ReturnType<Unit['partsIn']>;

function removalsOf(there: Parts, here: Parts): YamlMap[] {
  const wanted = new Set(here.flatMap(({ objects }) => objects.map(identityOf)));
  return there
    .flatMap(({ objects }) => objects)
    .filter((object) => !wanted.has(identityOf(object)))
    .map(({ apiVersion, kind, metadata }) => {
      const { name } = metadata as YamlMap;
      const patch = { apiVersion: apiVersion!, kind: kind!, metadata: { name: name! }, $patch: 'delete' };
      return { target: { kind: kind!, name: name! }, patch: yaml(patch) };
    });
}
