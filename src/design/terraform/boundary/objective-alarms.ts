import type { Part } from '../../hcl/items.ts';
import type { HclMap } from '../../hcl/value.ts';
import { identifier } from '../../names.ts';
import { dataAlarms, dataEvents, recoveryAlarms } from '../../observability/cloudwatch/datastores.ts';
import { entranceAlarms } from '../../observability/cloudwatch/entrance.ts';
import { type CloudObjective, cloudObjectives } from '../../observability/cloudwatch/objectives.ts';
import { officeHoursAlarms } from '../../observability/cloudwatch/office-hours.ts';
import { recoverySecurityEvents, securityEvents } from '../../observability/cloudwatch/security.ts';
import { serviceAlarms, serviceEvents } from '../../observability/cloudwatch/services.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';
import { alarmCalls, dimensionsOf, eventCalls, tellers, topicsHere, topicsOf, topicsThere } from './tell.ts';

/** Alarms on objectives, where no cluster measures them. */
export function objectiveAlarmParts(place: Place): Part[] {
  return cloudObjectives(place.environment).map((one) => objectiveCall(place, one));
}

/** Alarms on what runs. */
export function serviceAlarmParts(place: Place): Part[] {
  const { architecture, environment } = place;
  const alarms = [...serviceAlarms(environment), ...officeHoursAlarms(architecture, environment)];
  return [
    ...alarmCalls(place, 'shared_service', alarms, topicsOf(place)),
    ...eventCalls(place, 'shared_service', serviceEvents(environment), topicsOf(place)),
  ];
}

/** Alarms on what is kept. */
export function dataAlarmParts(place: Place): Part[] {
  const { architecture, environment } = place;
  return [
    ...alarmCalls(place, 'shared_data', dataAlarms(architecture, environment), topicsOf(place)),
    ...eventCalls(place, 'shared_data', dataEvents(environment), topicsOf(place)),
  ];
}

/** Alarms on load balancers, in the root that makes them and the topics. */
export function entranceAlarmParts(place: Place): Part[] {
  const { architecture, environment } = place;
  return alarmCalls(place, 'shared_edge', entranceAlarms(architecture, environment), topicsHere(place));
}

/** What looks like an intruder, in the root that makes the topics. */
export function securityEventParts(place: Place): Part[] {
  const { architecture, environment } = place;
  return eventCalls(place, 'shared_security', securityEvents(architecture, environment), topicsHere(place));
}

/** The same in the recovery region. */
export function recoverySecurityParts(place: Place): Part[] {
  const { architecture, environment } = place;
  return eventCalls(place, 'shared_security', recoverySecurityEvents(architecture, environment), topicsThere);
}

/** Alarms on copies in the recovery region, which has a topic of its own. */
export function recoveryAlarmParts(place: Place): Part[] {
  return alarmCalls(place, 'shared_copy', recoveryAlarms(place.environment), topicsThere);
}

function objectiveCall(place: Place, one: CloudObjective): Part {
  const { metric, bad, latency, of, sli } = one;
  return call(place, identifier(one.slo), 'objective-alarms', {
    name: one.name,
    summary: `Users of ${one.service} ${sli === 'latency' ? 'wait for longer than was promised' : 'meet failures'}`,
    objective: one.ratio,
    namespace: metric.namespace,
    dimensions: dimensionsOf(place, metric.dimensions),
    requests: metric.name,
    ...(bad === undefined ? {} : { bad }),
    ...(latency === undefined ? {} : { latency }),
    ...tellers(place, topicsOf(place)),
    tags: of.tags,
  } satisfies HclMap);
}
