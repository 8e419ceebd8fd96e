import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hereOf } from '../../../src/design/observability/here.ts';
import { observability } from '../../../src/design/observability/target.ts';
import { architectureOfExample } from '../../support/design-example.ts';
import { hasPromtool, promtool } from '../../support/promtool.ts';
import { writtenFolder } from '../../support/written-folder.ts';
import { exported, fromCloudwatch, seriesIn } from './exporters.ts';

const payments = architectureOfExample('payments');
const files = observability.write(payments);
const here = hereOf(payments, payments.environments.at(-1)!);

/** The part of Grafana's documented model (kind dashboard) that is written here. */
const position = z.strictObject({
  h: z.int().min(1),
  w: z.int().min(1).max(24),
  x: z.int().min(0).max(23),
  y: z.int().min(0),
});
const source = z.strictObject({ type: z.literal('prometheus'), uid: z.literal('${datasource}') });
const row = z.strictObject({
  id: z.int(),
  type: z.literal('row'),
  title: z.string().min(1),
  collapsed: z.boolean(),
  panels: z.array(z.never()),
  gridPos: position,
});
const panel = z.strictObject({
  id: z.int(),
  type: z.enum(['timeseries', 'stat', 'table']),
  title: z.string().min(1),
  description: z.string().optional(),
  gridPos: position,
  datasource: source,
  targets: z
    .array(
      z.strictObject({
        refId: z.string().regex(/^[A-Z]$/),
        expr: z.string().min(1),
        legendFormat: z.string(),
        instant: z.boolean().optional(),
        datasource: source,
      }),
    )
    .min(1),
  fieldConfig: z.strictObject({ defaults: z.looseObject({ unit: z.string() }), overrides: z.array(z.any()) }),
  options: z.looseObject({}),
});
const dashboard = z.strictObject({
  uid: z.string().min(1).max(40),
  title: z.string().min(1),
  tags: z.array(z.string()),
  schemaVersion: z.int().min(39),
  editable: z.boolean(),
  refresh: z.string(),
  time: z.strictObject({ from: z.string(), to: z.string() }),
  timezone: z.string(),
  templating: z.strictObject({
    list: z.array(z.looseObject({ name: z.string(), type: z.literal('datasource') })).min(1),
  }),
  panels: z.array(z.union([row, panel])).min(1),
});

const dashboards = [...files]
  .filter(([path]) => path.endsWith('.json'))
  .map(([path, text]) => [path, dashboard.parse(JSON.parse(text))] as const);
const queries = dashboards.flatMap(([path, { panels }]) =>
  panels.flatMap((one) => ('targets' in one ? one.targets.map(({ expr }) => ({ path, expr })) : [])),
);

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly record?: string; readonly expr: string }[];
  }[];
}
const rules = [...files]
  .filter(([path]) => /production\/rules\//.test(path))
  .flatMap(([path, text]) =>
    (load(text) as Rules).groups.flatMap((group) => group.rules.map((rule) => ({ path, ...rule }))),
  );

describe('dashboards', () => {
  it('are one for each service and team, and one for the whole', () => {
    expect(dashboards.map(([, { uid }]) => uid).sort()).toEqual(
      [
        'executive',
        'service-authorizer',
        'service-console',
        'service-gateway',
        'service-ledger',
        'team-acquiring',
        'team-ledger',
        'team-platform',
      ].sort(),
    );
  });

  it('number panels once, and lay none over another', () => {
    for (const [path, { panels }] of dashboards) {
      expect(new Set(panels.map(({ id }) => id)).size, path).toBe(panels.length);
      const cells = panels.flatMap(({ gridPos: { h, w, x, y } }) =>
        Array.from({ length: h }, (_, dy) =>
          Array.from({ length: w }, (_unused, dx) => `${x + dx},${y + dy}`),
        ).flat(),
      );
      expect(new Set(cells).size, path).toBe(cells.length);
    }
  });

  it('and rules ask only for series that something gives', () => {
    const known = new Set([
      ...Object.values(exported).flat(),
      ...fromCloudwatch(here),
      ...rules.flatMap(({ record }) => record ?? []),
    ]);
    for (const { path, expr } of [...queries, ...rules])
      for (const name of seriesIn(expr))
        expect(
          known.has(name) || known.has(name.replace(/_(?:bucket|count|sum)$/, '')),
          `${name} in ${path}`,
        ).toBe(true);
  });

  it.skipIf(!hasPromtool())('ask in expressions that Prometheus takes', () => {
    const group = {
      name: 'queries',
      rules: queries.map(({ expr }, at) => ({ record: `query:${at}`, expr })),
    };
    const folder = writtenFolder(new Map([['queries.yaml', JSON.stringify({ groups: [group] })]]));
    const result = promtool(folder, 'check', 'rules', 'queries.yaml');
    expect(result.ok, result.output).toBe(true);
  });
});
