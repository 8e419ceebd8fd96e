import * as z from 'zod/mini';
import { cidr, flag, looksLike, maybe, whole, written } from './schema-parts.ts';

export const account = written(
  /^\d{12}$/,
  'must be the 12 digits of an AWS account, in quotes',
  'An AWS account: 12 digits in quotes.',
);
export const region = written(
  // those of China and of the American government are partitions of their own, with other names for everything
  /^(af|ap|ca|eu|il|me|mx|sa|us)-(central|north|south|east|west|northeast|northwest|southeast|southwest)-\d$/,
  'must be an AWS region such as eu-west-1',
  'An AWS region, such as eu-west-1.',
);

export const environment = z.strictObject(
  {
    account: maybe(account),
    region: maybe(region),
    recoveryRegion: maybe(region.check(z.describe('Where it is brought up when the region is lost.'))),
    zones: whole(1, 4, 'Availability zones. Default: 2, in production 3.'),
    cidr: maybe(cidr),
    production: flag('Whether people depend on it. Default: by its name.'),
    size: maybe(
      z
        .number()
        .check(
          z.minimum(0.1),
          z.maximum(10),
          z.describe('Scale and sizes are multiplied by it. Default: 1, outside of production 0.5.'),
        ),
    ),
    approvals: whole(0, 6, 'People who approve a change. Default: 0, in production 1.'),
    schedule: maybe(
      written(
        /^(mon|tue|wed|thu|fri|sat|sun)-(mon|tue|wed|thu|fri|sat|sun) ([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/,
        'must be days and hours such as "mon-fri 07:00-19:00"',
        'When it runs: "mon-fri 07:00-19:00", in its time zone. Default: always.',
      ),
    ),
    timezone: maybe(
      written(
        /^(UTC|[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]+)+)$/,
        'must be the name of a time zone such as Europe/Berlin',
        'The time zone of the schedule, by its name in the IANA database: Europe/Berlin. Default: UTC.',
      ),
    ),
  },
  looksLike('{ account: "111122223333" }'),
);
