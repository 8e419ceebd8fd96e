import type { StateBoundary } from '../environment.ts';
import { block, comment, type Part } from '../hcl/items.ts';
import { hcl } from '../hcl/print.ts';
import { type HclMap, raw } from '../hcl/value.ts';
import type { BoundaryPart } from './part.ts';

/** A test that plans a root offline: providers are mocked, and what it reads from other states is given. */
export function rootTest(
  { inputs, aliases }: BoundaryPart,
  read: readonly { readonly state: StateBoundary; readonly outputs: HclMap }[],
): string {
  const given = Object.fromEntries(
    inputs.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]])),
  );
  const parts: Part[] = [
    block('mock_provider', ['aws'], {}),
    ...aliases.map(({ alias }) => block('mock_provider', ['aws'], { alias })),
    ...read.map(({ state, outputs }) =>
      block('override_data', [], {
        target: raw(`data.terraform_remote_state.${state.name}`),
        values: { outputs },
      }),
    ),
    Object.keys(given).length > 0 && block('variables', [], given),
    comment('Everything fits together without an account: names, types, and what other states tell.'),
    block('run', ['plans'], { command: raw('plan') }),
  ];
  return hcl(...parts);
}
