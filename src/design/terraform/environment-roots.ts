import type { Architecture } from '../architecture.ts';
import type { Environment, StateBoundary } from '../environment.ts';
import { block, type Part } from '../hcl/items.ts';
import { type HclMap, raw } from '../hcl/value.ts';
import { FileSet, type Files } from '../target.ts';
import { dataBoundary } from './boundary/data.ts';
import { networkBoundary } from './boundary/network.ts';
import { platformBoundary } from './boundary/platform.ts';
import { recoveryBoundary } from './boundary/recovery.ts';
import { servicesBoundary } from './boundary/services.ts';
import type { BoundaryPart, Place, WriteBoundary } from './part.ts';
import { recoveryReadme } from './recovery-readme.ts';
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
    if (state.name === 'recovery') files.add(`${state.path}/README.md`, recoveryReadme(environment));
    const told = read.map((one) => ({ state: one, outputs: examples(written.get(one.name)!) }));
    files.add(`${state.path}/tests/plan.tftest.hcl`, rootTest(part, told, environment.region));
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
  if (state.name !== 'all') return boundaries.find(([name]) => name === state.name)?.[1](place);
  const parts = boundaries
    .filter(([name]) => name !== 'recovery')
    .map(([name, write]) => [name, write(place)] as const);
  return {
    files: together(parts.map(([name, part]) => ({ ...part.files, ...told(name, part) }))),
    inputs: parts.flatMap(([, { inputs }]) => inputs),
    outputs: parts.flatMap(([name, part]) =>
      part.outputs.length === 0
        ? []
        : [
            {
              name,
              description: `What ${name} tells.`,
              value: raw(`local.${name}`),
              example: examples(part),
            },
          ],
    ),
    aliases: parts.flatMap(([, { aliases }]) => aliases),
  };
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
