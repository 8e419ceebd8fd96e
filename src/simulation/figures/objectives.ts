import { itemsAt, textAt } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { numberAt } from '../platform/reading.ts';

/** A promise of availability that the repository, or the configuration, makes. */
export interface Objective {
  /** the service that it is about, as it is named there */
  readonly service: string;
  /** percent */
  readonly percent: number;
  /** who says so */
  readonly by: string;
  readonly at?: Node;
}

/** Objectives of Sloth, Pyrra and OpenSLO, and those that Sloth has generated into rules already. */
export function objectivesIn(resources: readonly Resource[]): readonly Objective[] {
  return resources.flatMap((resource): Objective[] => {
    const { type, body, address, name } = resource;
    const spec = body.peek('spec');
    if (type === 'PrometheusServiceLevel.sloth.slok.dev')
      return itemsAt(spec, 'slos').flatMap((slo) =>
        objective(textAt(spec, 'service'), numberAt(slo, 'objective'), address, slo.peek('objective')),
      );
    if (type === 'ServiceLevelObjective.pyrra.dev')
      return objective(name, numberAt(spec, 'target'), address, spec?.peek('target'));
    if (/^SLO\.openslo/.test(type))
      return itemsAt(spec, 'objectives').flatMap((item) => {
        const target = numberAt(item, 'target');
        const percent = target === undefined ? numberAt(item, 'targetPercent') : target * 100;
        return objective(textAt(spec, 'service') || name, percent, address, item.peek('target') ?? item);
      });
    if (type === 'PrometheusRule.monitoring.coreos.com')
      return itemsAt(spec, 'groups').flatMap((group) =>
        itemsAt(group, 'rules').flatMap((rule) => {
          if (textAt(rule, 'record') !== 'slo:objective:ratio') return [];
          const ratio = /vector\((0\.\d+)\)/.exec(textAt(rule, 'expr'))?.[1];
          return objective(
            textAt(rule, 'labels', 'sloth_service'),
            ratio === undefined ? undefined : Number(ratio) * 100,
            address,
            rule.peek('expr'),
          );
        }),
      );
    return [];
  });
}

function objective(
  service: string,
  percent: number | undefined,
  by: string,
  at: Node | undefined,
): Objective[] {
  if (!service || percent === undefined || !(percent > 0 && percent < 100)) return [];
  return [{ service, percent: Number(percent.toFixed(6)), by, ...(at ? { at } : {}) }];
}
