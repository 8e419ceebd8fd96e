import { posix } from 'node:path';
import { itemsOf, type Part } from '../hcl/items.ts';
import type { HclMap } from '../hcl/value.ts';
import type { BoundaryPart } from './part.ts';

/** A call of a module whose outputs are given, since what is in it needs an account. */
export interface StandIn {
  /** of the call */
  readonly label: string;
  readonly outputs: HclMap;
}

const zeros = '00000000-0000-0000-0000-000000000000';
const account = '111122223333';

/** Modules that make passwords while planning. Source: developer.hashicorp.com, Terraform tests: mocks know no ephemeral resources. */
const makingPasswords: Readonly<Record<string, HclMap>> = {
  database: {
    arn: `arn:aws:rds:eu-west-1:${account}:db:test`,
    address: 'database.example.com',
    security_group_id: 'sg-0a1b2c3d4e5f67890',
    connection_secret_arn: `arn:aws:secretsmanager:eu-west-1:${account}:secret:${zeros}`,
    log_group_names: {
      postgresql: '/aws/rds/instance/test/postgresql',
      slowquery: '/aws/rds/instance/test/slowquery',
    },
    address_secret_arn: `arn:aws:secretsmanager:eu-west-1:${account}:secret:${zeros}`,
  },
  cache: {
    address: 'cache.example.com',
    security_group_id: 'sg-0a1b2c3d4e5f67890',
    connection_secret_arn: `arn:aws:secretsmanager:eu-west-1:${account}:secret:${zeros}`,
    log_group_names: { 'slow-log': '/aws/elasticache/test/slow-log' },
  },
  'hosted-login': {
    connection_secret_arn: `arn:aws:secretsmanager:eu-west-1:${account}:secret:${zeros}`,
  },
};

/** Modules that ask AWS what it offers, which only a mock can answer offline. */
const asking: Readonly<Record<string, HclMap>> = {
  cdn: { domain_name: 'd111111abcdef8.cloudfront.net', hosted_zone_id: 'Z2FDTNDATAQYW2' },
};

/** The calls in a root that its test cannot plan; none where a mock can plan all of it. */
export function modulesOutOfTest(files: BoundaryPart['files']): readonly StandIn[] {
  const calls = Object.values(files).flatMap(callsOf);
  const among = (known: Readonly<Record<string, HclMap>>) =>
    calls.flatMap(({ label, module }) => {
      const outputs = known[module];
      return outputs ? [{ label, outputs }] : [];
    });
  const making = among(makingPasswords);
  return making.length === 0 ? [] : [...making, ...among(asking)];
}

function callsOf(parts: readonly Part[]): { label: string; module: string }[] {
  return itemsOf(parts).flatMap((item) => {
    if (item.kind !== 'block' || item.type !== 'module') return [];
    const source = item.body.find((one) => one.kind === 'attribute' && one.name === 'source');
    const value = source?.kind === 'attribute' ? source.value : undefined;
    return typeof value === 'string' ? [{ label: item.labels[0]!, module: posix.basename(value) }] : [];
  });
}
