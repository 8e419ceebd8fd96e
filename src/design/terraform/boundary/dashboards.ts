import type { Part } from '../../hcl/items.ts';
import type { HclMap, HclValue } from '../../hcl/value.ts';
import { nameIn } from '../../names.ts';
import { type CloudObjective, cloudObjectives } from '../../observability/cloudwatch/objectives.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';
import { valueHere } from './tell.ts';

/** For who answers for the whole, where no Grafana is: the error budgets of 30 days that are left. */
export function dashboardParts(place: Place): Part[] {
  const { environment } = place;
  const objectives = cloudObjectives(environment);
  if (objectives.length === 0) return [];
  const widgets = objectives.map((one, at) => budgetWidget(place, one, at));
  const name = nameIn(environment, environment.system, 'objectives');
  return [call(place, 'objectives_dashboard', 'dashboard', { name, start: '-P30D', widgets })];
}

function budgetWidget(place: Place, one: CloudObjective, at: number): HclMap {
  const { metric, bad, latency, ratio } = one;
  const dimensions = Object.entries(metric.dimensions).flatMap(([name, value]): HclValue[] => [
    name,
    valueHere(place, value),
  ]);
  const source = (name: string, id: string, stat: string): HclValue => [
    metric.namespace,
    name,
    ...dimensions,
    { id, stat, visible: false },
  ];
  const share = latency ? '(100 - quick) / 100' : 'FILL(bad, 0) / requests';
  const budget = Number((1 - ratio).toFixed(9));
  return {
    type: 'metric',
    x: (at % 4) * 6,
    y: Math.floor(at / 4) * 5,
    width: 6,
    height: 5,
    properties: {
      title: `${one.slo}: error budget left, percent of 30 days`,
      view: 'singleValue',
      region: place.environment.region,
      period: 300,
      setPeriodToTimeRange: true,
      metrics: [
        [{ expression: `100 * (1 - ${share} / ${budget})`, label: 'left', id: 'remaining' }],
        source(metric.name, 'requests', 'Sum'),
        latency ? source(latency.metric, 'quick', `PR(:${latency.most})`) : source(bad!, 'bad', 'Sum'),
      ],
    },
  };
}
