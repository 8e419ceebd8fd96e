import type { Part } from '../../hcl/items.ts';
import { printValue } from '../../hcl/print-value.ts';
import { type HclMap, type HclValue, type Raw, raw } from '../../hcl/value.ts';
import { identifier } from '../../names.ts';
import type { CloudAlarm, CloudEvent, Dimension, Told } from '../../observability/cloudwatch/alarm.ts';
import { runbooksUrl } from '../../observability/told.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';
import { balancerLabel } from './edge.ts';
import { moved } from './moved.ts';
import { isPaged } from './pages.ts';

/** Where people are told: what wakes them, and what waits for working hours. */
export interface Topics {
  readonly pages: Raw;
  readonly tickets: Raw;
}

/** Topics of the environment, seen from another root. Nobody is woken for one that nobody depends on. */
export function topicsOf(place: Place): Topics {
  const tickets = place.read('platform', 'alarm_topic_arn');
  return { tickets, pages: isPaged(place) ? place.read('platform', 'page_topic_arn') : tickets };
}

/** The same, in the root that makes them. */
export function topicsHere(place: Place): Topics {
  const tickets = raw('module.alarms.arn');
  return { tickets, pages: isPaged(place) ? raw('module.pages.arn') : tickets };
}

/** In the recovery region, where nobody is woken for what only follows. */
export const topicsThere: Topics = { tickets: raw('module.alarms.arn'), pages: raw('module.alarms.arn') };

export function tellers({ architecture }: Place, { pages, tickets }: Topics): HclMap {
  return { runbooks_url: runbooksUrl(architecture), page_topic_arn: pages, ticket_topic_arn: tickets };
}

/** Alarms by what they are about, which gives them their tags. @param rest names the call of those about nothing single */
export function alarmCalls(
  place: Place,
  rest: string,
  alarms: readonly CloudAlarm[],
  topics: Topics,
): Part[] {
  return byTags(alarms).flatMap(([of, some]) => [
    call(place, `${of ?? rest}_alarms`, 'metric-alarms', {
      alarms: Object.fromEntries(some.map((one) => [one.name, settingsOf(place, one)])),
      ...tellers(place, topics),
      ...tagsOf(some),
    }),
    movedOf(place, of, '_alarms'),
  ]);
}

export function eventCalls(
  place: Place,
  rest: string,
  events: readonly CloudEvent[],
  topics: Topics,
): Part[] {
  return byTags(events).flatMap(([of, some]) => [
    call(place, `${of ?? rest}_events`, 'event-alerts', {
      events: Object.fromEntries(
        some.map((one) => [
          one.name,
          {
            ...toldOf(one),
            pattern: raw(`jsonencode(${printValue(one.pattern, '')})`),
            says: one.says,
            ...pagesOf(one),
          },
        ]),
      ),
      ...tellers(place, topics),
      ...tagsOf(some),
    }),
    movedOf(place, of, '_events'),
  ]);
}

/** Alarms keep their names with what they are about: made anew, they would be removed by what ends the old ones. */
function movedOf({ environment }: Place, of: string | undefined, ending: string): Part {
  const { services, jobs, functions, datastores } = environment;
  const found = [...services, ...jobs, ...functions, ...datastores].find(
    ({ name }) => identifier(name) === of,
  );
  return found && moved(found, ending);
}

/** What is about one workload or datastore, by an identifier for it. */
function byTags<T extends Told>(
  all: readonly T[],
): (readonly [of: string | undefined, some: readonly T[]])[] {
  const groups = new Map<string | undefined, T[]>();
  for (const one of all) {
    const of = one.tags && identifier(one.tags['service']!);
    groups.set(of, [...(groups.get(of) ?? []), one]);
  }
  return [...groups];
}

function tagsOf([first]: readonly Told[]): HclMap {
  return first?.tags ? { tags: first.tags } : {};
}

function pagesOf({ urgent }: Told): HclMap {
  return urgent ? { pages: true } : {};
}

function toldOf({ summary, runbook }: Told): HclMap {
  return { summary, runbook };
}

function settingsOf(place: Place, one: CloudAlarm): HclMap {
  const { metric, reckoned } = one;
  return {
    ...toldOf(one),
    namespace: metric.namespace,
    metric: metric.name,
    dimensions: dimensionsOf(place, metric.dimensions),
    statistic: one.statistic,
    ...(reckoned ? { expression: reckoned.expression } : {}),
    ...(reckoned?.beside ? { beside: reckoned.beside } : {}),
    threshold: one.threshold,
    ...(one.below ? { below: true } : {}),
    period: one.period,
    periods: one.periods,
    missing: one.missing,
    ...pagesOf(one),
  };
}

export function dimensionsOf(place: Place, dimensions: Readonly<Record<string, Dimension>>): HclMap {
  return Object.fromEntries(Object.entries(dimensions).map(([name, one]) => [name, valueHere(place, one)]));
}

/** What a dimension is called, as Terraform knows it. */
export function valueHere(place: Place, one: Dimension): HclValue {
  if (typeof one === 'string') return one;
  if (one.from === 'balancer') return raw(`module.${balancerLabel(one.internal)}.arn_suffix`);
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
