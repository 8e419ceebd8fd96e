import type { StateBoundary } from '../environment.ts';
import { block, comment, type Part } from '../hcl/items.ts';
import { hcl } from '../hcl/print.ts';
import { type HclMap, raw } from '../hcl/value.ts';
import { modulesOutOfTest, type StandIn } from './modules-out-of-test.ts';
import type { BoundaryPart } from './part.ts';

/** A test that plans a root offline: providers are mocked, and what it reads from other states is given. */
export function rootTest(
  { inputs, aliases, files }: BoundaryPart,
  read: readonly { readonly state: StateBoundary; readonly outputs: HclMap }[],
  region: string,
): string {
  const given = Object.fromEntries(
    inputs.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]])),
  );
  const standIns = modulesOutOfTest(files);
  const parts: Part[] = [
    standIns.length === 0
      ? [
          block('mock_provider', ['aws'], {}),
          ...aliases.map(({ alias }) => block('mock_provider', ['aws'], { alias })),
        ]
      : [
          comment(
            'Passwords are made while planning, which no mock does: the real provider plans, and asks nobody.',
          ),
          silentProvider({ region }),
          ...aliases.map(({ alias, region }) => silentProvider({ alias, region })),
          ...standIns.map(overrideOf),
        ],
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

function silentProvider(place: HclMap): Part {
  return block('provider', ['aws'], {
    ...place,
    access_key: 'test',
    secret_key: 'test',
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_region_validation: true,
    skip_requesting_account_id: true,
  });
}

function overrideOf({ label, outputs }: StandIn): Part {
  return block('override_module', [], { target: raw(`module.${label}`), outputs });
}
