import type { Part } from '../../hcl/items.ts';
import { type HclMap, Raw, raw, type Template, template } from '../../hcl/value.ts';
import { identifier } from '../../names.ts';
import type { Metric } from '../../observability/cloudwatch/alarm.ts';
import { cloudDashboards } from '../../observability/cloudwatch/dashboards/all.ts';
import type { CloudDashboard, Widget } from '../../observability/cloudwatch/dashboards/dashboard.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';
import { valueHere } from './tell.ts';

/** For each service, function and team, and for who answers for the whole, where no Grafana is. */
export function dashboardParts(place: Place): Readonly<Record<CloudDashboard['for'], Part[]>> {
  const all = cloudDashboards(place.architecture, place.environment);
  const meant = (who: CloudDashboard['for']) =>
    callsOf(
      place,
      all.filter((one) => one.for === who),
    );
  return { people: meant('people'), workloads: meant('workloads') };
}

function callsOf(place: Place, some: readonly CloudDashboard[]): Part[] {
  return some.map(({ id, name, start, rows }) =>
    call(place, `${identifier(id)}_dashboard`, 'dashboard', {
      name,
      region: raw('local.region'),
      start,
      rows: rows.map(({ title, widgets }) => ({
        title,
        widgets: widgets.map((one) => widgetOf(place, one)),
      })),
    }),
  );
}

function widgetOf(place: Place, one: Widget): HclMap {
  return {
    title: one.title,
    metrics: one.metrics?.map((metric) => lineOf(place, metric)),
    stats: one.stats,
    expression: one.expression,
    view: one.single ? 'singleValue' : undefined,
    period: one.period,
    region: one.region,
    most: one.most,
    alarms: one.alarms,
    text: one.text,
  };
}

/** A metric as CloudWatch lists its parts, in one text. */
function lineOf(place: Place, { namespace, name, dimensions }: Metric): Template {
  const parts = Object.entries(dimensions).flatMap(([dimension, value]) => {
    const here = valueHere(place, value);
    return [dimension, here instanceof Raw ? `\${${here.text}}` : String(here)];
  });
  return template([namespace, name, ...parts].join(' '));
}
