import { isSwitched } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { nameIn, workloadName } from '../names.ts';
import {
  isSwitchedByAws,
  isSwitchedInCluster,
  officeHoursAccount,
  officeHoursName,
  officeHoursNames,
} from '../office-hours.ts';

const { namespace } = officeHoursAccount;

/** Everything that a schedule is, since it can only be updated as a whole. */
const kept = [
  'GroupName',
  'Name',
  'Description',
  'ScheduleExpression',
  'ScheduleExpressionTimezone',
  'KmsKeyArn',
  'FlexibleTimeWindow',
  'Target',
];

/** Leaves everything as it is until it is resumed. */
export function pause(environment: Environment, doing: 'pause' | 'resume'): string[] {
  const { region } = environment;
  const group = officeHoursName(environment);
  const suspended = doing === 'pause';
  return [
    ...(isSwitchedInCluster(environment)
      ? [
          `kubectl patch cronjob --namespace ${namespace} ${officeHoursNames.off} ${officeHoursNames.on} --patch '{"spec":{"suspend":${suspended}}}'`,
        ]
      : []),
    ...(isSwitchedByAws(environment)
      ? [
          `for name in $(aws scheduler list-schedules --region ${region} --group-name ${group} --query 'Schedules[].Name' --output text); do`,
          `  aws scheduler get-schedule --region ${region} --group-name ${group} --name "$name" --output json \\`,
          `    --query '{${kept.map((key) => `${key}: ${key}`).join(', ')}}' > /tmp/schedule.json`,
          `  aws scheduler update-schedule --region ${region} --cli-input-json file:///tmp/schedule.json --state ${suspended ? 'DISABLED' : 'ENABLED'} > /dev/null`,
          'done',
        ]
      : []),
  ];
}

/** Switches everything now: databases before what connects to them, and after it. */
export function switchNow(environment: Environment, to: 'on' | 'off'): string[] {
  const { region, datastores } = environment;
  const names = datastores.filter(isSwitched).map(({ resourceName }) => resourceName);
  const each = (command: string) =>
    names.map((name) => `aws rds ${command} --region ${region} --db-instance-identifier ${name}`);
  return to === 'on'
    ? [...each('start-db-instance'), ...each('wait db-instance-available'), ...services(environment, to)]
    : [...services(environment, to), ...each('stop-db-instance')];
}

function services(environment: Environment, to: 'on' | 'off'): string[] {
  if (isSwitchedInCluster(environment))
    return [
      `kubectl create job --namespace ${namespace} --from=cronjob/${officeHoursNames[to]} "${officeHoursNames[to]}-by-hand-$(date +%s)"`,
    ];
  if (environment.cluster) return [];
  const cluster = nameIn(environment, environment.system, 'cluster');
  return environment.services.map(
    ({ name, scale }) =>
      `aws ecs update-service --region ${environment.region} --cluster ${cluster} --service ${workloadName(environment, name, 'service')} --desired-count ${to === 'on' ? scale.min : 0} > /dev/null`,
  );
}
