import type { Architecture } from '../architecture.ts';
import type { Environment, StateBoundary } from '../environment.ts';
import { block, type Part } from '../hcl/items.ts';
import { type HclMap, raw } from '../hcl/value.ts';
import { rootsOfReleases } from '../release-files.ts';
import { placeOfState } from '../state-place.ts';
import { FileSet, type Files } from '../target.ts';
import { dataBoundary } from './boundary/data.ts';
import { networkBoundary } from './boundary/network.ts';
import { platformBoundary } from './boundary/platform.ts';
import { recoveryBoundary } from './boundary/recovery.ts';
import { releaseFiles } from './boundary/releases.ts';
import { servicesBoundary } from './boundary/services.ts';
import { standbyData } from './boundary/standby.ts';
import type { BoundaryPart, Output, Place, WriteBoundary } from './part.ts';
import { recoveryReadme, standbyReadme } from './recovery-readme.ts';
import { localsIn, ownFiles, rootFiles } from './root.ts';
import { rootTest } from './root-test.ts';

/** Boundaries in the order in which they are applied; together they are the state `all`. */
const boundaries: readonly (readonly [name: StateBoundary['name'], write: WriteBoundary])[] = [
  ['network', networkBoundary],
  ['platform', platformBoundary],
  ['data', dataBoundary],
  ['services', servicesBoundary],
  ['recovery', recoveryBoundary],
];

/** The roots of an environment, one a state. */
export function environmentRoots(architecture: Architecture, environment: Environment): Files {
  const files = new FileSet();
  const written = new Map<string, BoundaryPart>();
  for (const state of environment.states) {
    const place = placeOf(architecture, environment, state);
    const part = partOf(state, place);
    if (!part) continue;
    written.set(state.name, part);
    const own = ownFiles(part);
    const mentioned = localsIn(own);
    const read = environment.states.filter(({ name }) => state.reads.includes(name) && mentioned.has(name));
    files.addAll(rootFiles(place, part, own, read));
    if (state.inRecovery)
      files.add(
        `${state.path}/README.md`,
        state.name === 'recovery' ? recoveryReadme(environment) : standbyReadme(architecture, environment),
      );
    if (rootsOfReleases(environment).includes(state.path))
      files.addAll(releaseFiles(state.name === 'standby' ? environment.standby! : environment, state.path));
    const told = read.map((one) => ({ state: one, outputs: examples(written.get(one.name)!) }));
    const { region } = placeOfState(environment, state);
    files.add(`${state.path}/tests/plan.tftest.hcl`, rootTest(part, told, region));
  }
  return files.files;
}

function placeOf(architecture: Architecture, environment: Environment, state: StateBoundary): Place {
  const up = '../'.repeat(state.path.split('/').length - 1);
  return {
    architecture,
    environment,
    state,
    module: (name) => `${up}modules/${name}`,
    read: (boundary, output) => raw(`local.${boundary}.${output}`),
  };
}

function partOf(state: StateBoundary, place: Place): BoundaryPart | undefined {
  const written = (names: readonly StateBoundary['name'][], here: Place) =>
    boundaries.filter(([name]) => names.includes(name)).map(([name, write]) => [name, write(here)] as const);
  switch (state.name) {
    case 'all':
      return inOne(written(['network', 'platform', 'data', 'services'], place));
    case 'standby': {
      const here = standbyPlace(place);
      return inOne(
        [
          ...written(['platform'], here),
          ['data', standbyData(here, place.environment)],
          ...written(['services'], here),
        ],
        'private',
      );
    }
    default:
      return boundaries.find(([name]) => name === state.name)?.[1](place);
  }
}

/** What computes is told by the one root, what is kept by the root that stands before. */
function standbyPlace(place: Place): Place {
  return {
    ...place,
    environment: place.environment.standby!,
    read: (boundary, output) => raw(`local.${boundary === 'network' ? 'recovery' : boundary}.${output}`),
  };
}

/** Boundaries in one root. @param outputs whether anybody reads what they tell */
function inOne(
  parts: readonly (readonly [name: string, part: BoundaryPart])[],
  outputs: 'told' | 'private' = 'told',
): BoundaryPart {
  return {
    files: together(parts.map(([name, part]) => ({ ...part.files, ...told(name, part) }))),
    inputs: parts.flatMap(([, { inputs }]) => inputs),
    outputs: outputs === 'private' ? [] : parts.flatMap(([name, part]) => toldAsOne(name, part)),
    aliases: parts
      .flatMap(([, { aliases }]) => aliases)
      .filter(({ alias }, at, all) => all.findIndex((one) => one.alias === alias) === at),
  };
}

function toldAsOne(name: string, part: BoundaryPart): Output[] {
  if (part.outputs.length === 0) return [];
  return [{ name, description: `What ${name} tells.`, value: raw(`local.${name}`), example: examples(part) }];
}

/** Boundaries that name a file alike write it one after the other. */
function together(all: readonly BoundaryPart['files'][]): BoundaryPart['files'] {
  const files: Record<string, Part[]> = {};
  for (const one of all)
    for (const [name, parts] of Object.entries(one)) files[name] = [...(files[name] ?? []), ...parts];
  return files;
}

/** In one state, what boundaries tell each other is a local value. */
function told(name: string, { outputs }: BoundaryPart): BoundaryPart['files'] {
  if (outputs.length === 0) return {};
  const values = Object.fromEntries(outputs.map((one) => [one.name, one.value]));
  return { [`told-by-${name}.tf`]: [block('locals', [], { [name]: values })] };
}

function examples({ outputs }: BoundaryPart): HclMap {
  return Object.fromEntries(outputs.map(({ name, example }) => [name, example]));
}
