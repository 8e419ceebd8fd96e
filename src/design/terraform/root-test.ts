import type { StateBoundary } from '../environment.ts';
import { block, comment, itemsOf, type Part } from '../hcl/items.ts';
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
    ...(standIns.length > 0 ? lookUps(files) : []),
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

const lookedUp: Readonly<Record<string, HclMap>> = {
  aws_ec2_managed_prefix_list: { id: 'pl-0a1b2c3d' },
  aws_kms_key: { arn: 'arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000' },
  aws_route53_zone: { zone_id: 'Z0123456789ABCDEFGHIJ' },
  aws_secretsmanager_secret: { arn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:test-a1b2c3' },
  aws_dynamodb_table: {
    stream_arn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/test/stream/2025-01-01T00:00:00.000',
  },
};

/** What a root looks up in AWS is given, where the real provider would ask. */
function lookUps(files: BoundaryPart['files']): Part[] {
  return itemsOf(Object.values(files).flat()).flatMap((item) => {
    if (item.kind !== 'block' || item.type !== 'data') return [];
    const [type = '', name = ''] = item.labels;
    const values = lookedUp[type];
    return values ? [block('override_data', [], { target: raw(`data.${type}.${name}`), values })] : [];
  });
}
