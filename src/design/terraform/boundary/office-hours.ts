import { isSwitched } from '../../datastore.ts';
import type { Environment } from '../../environment.ts';
import type { Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { workloadName } from '../../names.ts';
import { isSwitchedByAws, officeHoursName } from '../../office-hours.ts';
import { call, groups } from '../call.ts';
import { eventBridgeCron } from '../cron.ts';
import type { Place } from '../part.ts';

/** What AWS switches by the clock. In a cluster services are switched from within, and nodes follow them. */
export function officeHoursParts(place: Place): Part[] {
  const { environment } = place;
  const { schedule, datastores } = environment;
  const databases = datastores.filter(isSwitched).map(({ resourceName }) => resourceName);
  const services = tasksOf(environment);
  if (!schedule || !isSwitchedByAws(environment)) return [];
  const times = ({ start, stop }: { readonly start: string; readonly stop: string }) => ({
    start: eventBridgeCron(start),
    stop: eventBridgeCron(stop),
  });
  return [
    call(
      place,
      'office_hours',
      'office-hours',
      groups(
        {
          name: officeHoursName(environment),
          account_id: raw('local.account_id'),
          region: raw('local.region'),
        },
        {
          timezone: schedule.timezone,
          services_on: times(schedule),
          databases_on: times(schedule.databases),
        },
        {
          databases,
          ...(Object.keys(services).length > 0
            ? { services, cluster_name: place.read('platform', 'cluster_name') }
            : {}),
        },
        {
          kms_key_arn: place.read('platform', 'secrets_key_arn'),
        },
      ),
    ),
  ];
}

function tasksOf(environment: Environment): Readonly<Record<string, number>> {
  if (environment.cluster) return {};
  return Object.fromEntries(
    environment.services.map(({ name, scale }) => [workloadName(environment, name, 'service'), scale.min]),
  );
}
