import type { Part } from '../../hcl/items.ts';
import { type HclMap, type HclValue, raw } from '../../hcl/value.ts';
import { identifier } from '../../names.ts';
import type { CloudAlarm, Dimension } from '../../observability/cloudwatch/alarm.ts';
import { dataAlarms } from '../../observability/cloudwatch/datastores.ts';
import { type CloudObjective, cloudObjectives } from '../../observability/cloudwatch/objectives.ts';
import { serviceAlarms } from '../../observability/cloudwatch/services.ts';
import { runbooksUrl } from '../../observability/told.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';
import { balancerLabel } from './edge.ts';

/** Alarms on objectives and on what runs, where no cluster watches them. */
export function objectiveAlarmParts(place: Place): Part[] {
  const { environment } = place;
  return [
    ...cloudObjectives(environment).map((one) => objectiveCall(place, one)),
    ...alarmsCall(place, 'service_alarms', serviceAlarms(environment)),
  ];
}

/** Alarms on what is kept, where no cluster watches it. */
export function dataAlarmParts(place: Place): Part[] {
  return alarmsCall(place, 'data_alarms', dataAlarms(place.architecture, place.environment));
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
    ...tellers(place),
    tags: of.tags,
  });
}

function alarmsCall(place: Place, label: string, alarms: readonly CloudAlarm[]): Part[] {
  if (alarms.length === 0) return [];
  const all = Object.fromEntries(alarms.map((one) => [one.name, settingsOf(place, one)]));
  return [call(place, label, 'metric-alarms', { alarms: all, ...tellers(place) })];
}

function settingsOf(place: Place, one: CloudAlarm): HclMap {
  return {
    summary: one.summary,
    runbook: one.runbook,
    namespace: one.metric.namespace,
    metric: one.metric.name,
    dimensions: dimensionsOf(place, one.metric.dimensions),
    statistic: one.statistic,
    threshold: one.threshold,
    ...(one.below ? { below: true } : {}),
    period: one.period,
    periods: one.periods,
    missing: one.missing,
    pages: one.urgent,
    ...(one.tags ? { tags: one.tags } : {}),
  };
}

/** Nobody is woken for an environment that nobody depends on. */
function tellers(place: Place): HclMap {
  const { architecture, environment } = place;
  const tickets = place.read('platform', 'alarm_topic_arn');
  return {
    runbooks_url: runbooksUrl(architecture),
    page_topic_arn: environment.production ? place.read('platform', 'page_topic_arn') : tickets,
    ticket_topic_arn: tickets,
  };
}

function dimensionsOf(place: Place, dimensions: Readonly<Record<string, Dimension>>): HclMap {
  return Object.fromEntries(Object.entries(dimensions).map(([name, one]) => [name, valueHere(place, one)]));
}

/** What a dimension is called, as Terraform knows it. */
export function valueHere(place: Place, one: Dimension): HclValue {
  if (typeof one === 'string') return one;
  const expose = place.environment.services.find(({ name }) => name === one.service)?.expose;
  switch (one.from) {
    case 'target-group':
      return raw(`module.${identifier(one.service)}.target_group`);
    case 'load-balancer':
      return place.read('platform', `${balancerLabel(!expose?.public)}_load_balancer`);
    case 'certificate':
      return place.read('platform', 'certificate_arn');
  }
}
