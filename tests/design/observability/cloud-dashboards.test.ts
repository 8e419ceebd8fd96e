import { describe, expect, it } from 'vitest';
import { regionAlarms } from '../../../src/design/observability/cloudwatch/all.ts';
import { cloudDashboards } from '../../../src/design/observability/cloudwatch/dashboards/all.ts';
import { architectureOfExample } from '../../support/design-example.ts';
import { missingBehind, writtenGraph } from './written-terraform.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly type: string;
  readonly properties: {
    readonly metrics?: readonly (readonly unknown[])[];
    readonly alarms?: readonly string[];
    readonly markdown?: string;
  };
}

describe.each(['events', 'start-up'] as const)('dashboards of CloudWatch for %s', (example) => {
  const architecture = architectureOfExample(example);
  const environment = architecture.environments.at(-1)!;
  const dashboards = cloudDashboards(architecture, environment);
  const graph = writtenGraph(architecture, environment.name);

  it('are there for each service, function and team, and for who answers for the whole', async () => {
    const { services, functions } = environment;
    const names = dashboards.map(({ name }) => name);
    expect(names.length).toBe(services.length + functions.length + architecture.owners.length + 1);
    const written = (await graph)
      .ofType('aws_cloudwatch_dashboard')
      .map((one) => one.body.peek('dashboard_name')?.content);
    expect(written.toSorted()).toEqual(names.toSorted());
  });

  it('show only what is written', async () => {
    const all = await graph;
    const alarms = new Set(regionAlarms(architecture, environment).map(({ name }) => name));
    const widgets = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.widgets));
    const lost = widgets.flatMap(({ metrics = [], alarms: shown = [] }) => [
      ...metrics.flatMap(({ dimensions }) =>
        Object.entries(dimensions).flatMap(([name, value]) =>
          typeof value === 'string' ? (missingBehind(all, name, value) ?? []) : [],
        ),
      ),
      ...shown.filter((arn) => !alarms.has(arn.split(':alarm:')[1] ?? '')),
    ]);
    expect(lost).toEqual([]);
    expect(widgets.length).toBeGreaterThan(20);
  });

  it('tell rate, errors, duration and saturation of each', () => {
    for (const { id, rows } of dashboards.filter((one) => /^(service|function)-/.test(one.id))) {
      const titles = rows.map(({ title }) => title).join('\n');
      expect(titles, id).toMatch(/^Saturation of/m);
      const widgets = rows.flatMap((row) => row.widgets.map(({ title }) => title)).join('\n');
      if (id.startsWith('function-') || /^Requests to/m.test(titles))
        expect(widgets, id).toMatch(/Errors[\s\S]*Duration/);
    }
  });

  it('have bodies that CloudWatch takes', async () => {
    const bodies = (await graph)
      .ofType('aws_cloudwatch_dashboard')
      .map((one) => one.body.peek('dashboard_body')?.content)
      .filter((body) => typeof body === 'string');
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) {
      const { start, widgets } = JSON.parse(body) as { start: string; widgets: Box[] };
      expect(start).toMatch(/^-PT?\d+[HD]$/);
      expect(widgets.length).toBeLessThanOrEqual(500);
      for (const [at, one] of widgets.entries()) {
        expect(one.x + one.width).toBeLessThanOrEqual(24);
        expect(widgets.slice(0, at).filter((other) => overlap(one, other))).toEqual([]);
        expect(['metric', 'alarm', 'text']).toContain(one.type);
        if (one.type === 'text') expect(one.properties.markdown).toBeTruthy();
        if (one.type === 'alarm') expect(one.properties.alarms?.length).toBeGreaterThan(0);
        for (const line of one.properties.metrics ?? []) expect(shapeOf(line)).toMatch(/^o$|^ss(ss)+o$/);
        const ids = (one.properties.metrics ?? []).map((line) => (line.at(-1) as { id: string }).id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });
});

it('leaves what runs in a cluster to Grafana', () => {
  const payments = architectureOfExample('payments');
  expect(cloudDashboards(payments, payments.environments.at(-1)!)).toEqual([]);
});

function overlap(one: Box, other: Box): boolean {
  const apart = (a: number, wide: number, b: number, wider: number) => a + wide <= b || b + wider <= a;
  return !(apart(one.x, one.width, other.x, other.width) || apart(one.y, one.height, other.y, other.height));
}

/** `o` for options or an expression, `s` for a text. */
function shapeOf(line: readonly unknown[]): string {
  return line.map((part) => (typeof part === 'string' ? 's' : 'o')).join('');
}
