import { listed } from '../../report/wording.ts';
import type { Environment } from '../environment.ts';
import { nameIn } from '../names.ts';
import { rolesOf } from '../pipeline/roles.ts';
import { type About, workloadsOf } from './about.ts';
import { table } from './markdown.ts';

/** Who may do what: workloads by what they need, pipelines, people. */
export function identityTable({ architecture, main }: About): string {
  const workloads = workloadsOf(main).map((one) => [
    `\`${one.name}\` (${one.kind})`,
    `\`${nameIn(main, one.name, 'role')}\``,
    one.needs.length === 0
      ? 'calls nothing of AWS'
      : listed(
          one.needs.map(({ name, access }) => (access === 'call' ? `call ${name}` : `${access} ${name}`)),
        ),
    one.secrets.length === 0 ? '' : one.secrets.map(({ remoteName }) => `\`${remoteName}\``).join(', '),
  ]);
  return table(
    ['who', 'role', 'may', 'and read these secrets'],
    [
      ...workloads,
      ...architecture.environments.flatMap(pipelineRows),
      ['people', 'single sign-on', 'read; change through the pipeline', ''],
      [
        'administrators',
        'single sign-on, with a second factor',
        'everything, for bootstrap and in emergencies; every use is in CloudTrail',
        '',
      ],
    ],
  );
}

function pipelineRows(environment: Environment): string[][] {
  const { plan, apply } = rolesOf(environment);
  const short = (arn: string) => `\`${arn.split('/').at(-1)}\``;
  return [
    [
      `pipeline, any branch (${environment.name})`,
      short(plan),
      'read, and hold the lock of a state; not the contents of data and secrets',
      '',
    ],
    [
      `pipeline, ${environment.approvals > 0 ? `once ${environment.approvals} ${environment.approvals === 1 ? 'person has' : 'people have'} approved` : 'without approval'} (${environment.name})`,
      short(apply),
      'change what the environment holds',
      '',
    ],
  ];
}

/** What data there is, how sensitive, and what follows. */
export function dataTable({ main }: About): string {
  return table(
    ['datastore', 'sensitivity', 'owner', 'read and written by', 'kept in', 'backups are kept'],
    main.datastores.map((one) => [
      `\`${one.name}\` (${one.type})`,
      one.sensitivity,
      one.owner.name,
      one.usedBy.join(', '),
      one.crossRegion === 'none' || main.recovery === undefined
        ? main.region
        : `${main.region} and ${main.recovery.region}`,
      one.backups === 'none' ? 'none' : `${one.retentionDays} days`,
    ]),
  );
}
