import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import { metricAlarms } from '../../../src/design/observability/cloudwatch/all.ts';
import { ruleName } from '../../../src/design/observability/cloudwatch/names.ts';
import { cloudObjectives } from '../../../src/design/observability/cloudwatch/objectives.ts';
import { alarmsOf } from '../../../src/design/observability/runbooks/alarms.ts';
import { observability } from '../../../src/design/observability/target.ts';
import { runbooksUrl } from '../../../src/design/observability/told.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { architectureOf, architectureOfExample, designExamples } from '../../support/design-example.ts';
import { missingBehind, writtenGraph } from './written-terraform.ts';

const events = architectureOfExample('events');
const production = events.environments.at(-1)!;
const pages = observability.write(events);

describe.each(designExamples)('alarms of %s', (example) => {
  const architecture = architectureOfExample(example);
  const environment = architecture.environments.at(-1)!;
  const runbooks = observability.write(architecture);
  const graph = writtenGraph(architecture, environment.name);

  it('say in words what is wrong, and lead to a runbook that is there', async () => {
    const told = tellingOf(await graph);
    expect(told.length).toBeGreaterThan(10);
    for (const { name, words } of told) {
      const [, summary, runbook] = /^"?(.{15,}?)\. (\S+)\.md"?$/.exec(words) ?? [];
      expect(summary, `${name}: ${words}`).toBeTruthy();
      expect(runbook?.startsWith(`${runbooksUrl(architecture)}/`), words).toBe(true);
      const page = runbooks.get(`docs/runbooks/${runbook!.split('/').at(-1)}.md`);
      expect(page, words).toBeDefined();
      // the windows of objectives tell nobody by themselves
      if (!/-(long|short)$/.test(name)) expect(page, name).toContain(`\`${name}\``);
    }
  });

  it('are called as runbooks call them', async () => {
    const written = tellingOf(await graph)
      .map(({ name }) => name)
      .filter((name) => !/-(long|short)$/.test(name));
    expect(written.toSorted()).toEqual(
      alarmsOf({ architecture, environment })
        .filter(({ environment: one }) => one === undefined || one === environment.standby?.name)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('have names of their own: two roots with one name would take it from each other', async () => {
    const names = tellingOf(await graph).map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('watch only what is written', async () => {
    const all = await graph;
    const watched = all.ofType('aws_cloudwatch_metric_alarm').flatMap(dimensionsOf);
    expect(watched.length).toBeGreaterThan(10);
    expect(watched.flatMap(([name, value]) => missingBehind(all, name, value) ?? [])).toEqual([]);
  });
});

it('names what commands are about, and how to reach what answers inside only', () => {
  const written = observability.write(architectureOfExample('payments'));
  const page = (name: string) => written.get(`docs/runbooks/${name}.md`)!;
  expect(page('database-storage-low')).toContain(
    'export DB=production-vault-db # or production-entries-db\n',
  );
  expect(page('copy-behind')).toContain('export DB=production-vault-db-recovery # or');
  expect(page('dead-letters')).toContain('export DEAD_LETTERS=production-authorised-dlq.fifo\n');
  expect(page('certificate-expires')).toContain('export HOST=api.payments.example # or console');
  expect(page('node-not-ready')).toContain('It belongs to platform (#platform).');
  const index = page('README');
  expect(index).toContain('## To a datastore of production');
  expect(index).toContain('SECRET=production/payments/vault/connection # or production/payments/entries/');
  expect(index).toContain('`production-payments-network`');
  expect(pages.get('docs/runbooks/README.md')).not.toContain('## To a datastore');
});

it('has an alarm or alert for each runbook', () => {
  for (const [path, text] of pages)
    if (/^docs\/runbooks\/(?!README)/.test(path)) expect(text, path).toContain('Alarms of CloudWatch in');
});

it('writes an alarm for each objective that can be measured, and says which cannot', () => {
  const root = terraform.write(events).get('terraform/environments/production/services/objective-alarms.tf')!;
  for (const { name } of cloudObjectives(production)) expect(root).toContain(`"${name}"`);
  expect(cloudObjectives(production).length).toBeGreaterThan(3);
  expect(pages.get('observability/README.md')).toContain('pager_endpoints');
});

it('wakes people for what users meet, in production only', () => {
  const urgent = metricAlarms(events, production).flatMap(({ name, urgent }) => (urgent ? [name] : []));
  for (const name of [
    'map-service-errors',
    'map-service-unhealthy',
    'map-service-down',
    'receive-api-errors',
  ])
    expect(urgent).toContain(`production-${name}`);
  expect(urgent).not.toContain('production-map-service-memory');
  const files = terraform.write(events);
  const of = (environment: string) =>
    ['objective-alarms.tf', 'service-alarms.tf']
      .map((file) => files.get(`terraform/environments/${environment}/services/${file}`)!)
      .join('');
  expect(of('production')).toContain('= local.platform.page_topic_arn');
  expect(of('test')).not.toContain('local.platform.page_topic_arn');
});

it('wakes people for dead letters of what is critical, and for no others', () => {
  const shop = (availability: number) =>
    architectureOf(`name: shop
compute: ecs
domain: shop.example
environments: { production: { account: "111122223333" } }
services: { pay: { image: acme/pay, needs: [orders], slo: { availability: ${availability} } } }
datastores: { orders: { type: queue } }
`);
  const urgent = (architecture: Architecture) =>
    metricAlarms(architecture, architecture.environments[0]!).find(({ name }) => /dead-letters$/.test(name))!
      .urgent;
  expect(urgent(shop(99.95))).toBe(true);
  expect(urgent(shop(99.5))).toBe(false);
});

it('gives rules of events names that EventBridge takes', () => {
  expect(ruleName('a'.repeat(63), 'failover')).toHaveLength(64);
  expect(ruleName('orders-db', 'failover')).toBe('orders-db-failover');
});

it('calls each alarm differently', () => {
  const names = alarmsOf({ architecture: events, environment: production }).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

/** What an alarm watches, as far as it is known before anything is made. */
function dimensionsOf(alarm: Resource): (readonly [name: string, value: string])[] {
  const { dimensions, metric_query: queries } = alarm.body.plain() as Shape;
  const all = [
    dimensions,
    ...(queries ?? []).flatMap(({ metric }) => (metric ?? []).map((one) => one.dimensions)),
  ];
  return all.flatMap((one) => Object.entries(one ?? {})).filter(([, value]) => value !== '<unknown>');
}

interface Shape {
  readonly dimensions?: Readonly<Record<string, string>> | null;
  readonly metric_query?: readonly {
    readonly metric?: readonly { readonly dimensions?: Readonly<Record<string, string>> | null }[];
  }[];
}

/** Everything that tells somebody something, with its words. */
function tellingOf(graph: Graph): readonly { readonly name: string; readonly words: string }[] {
  const text = (one: Resource, ...path: (string | number)[]) => String(one.body.peek(...path)?.content);
  return [
    ...['aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm'].flatMap((type) =>
      graph
        .ofType(type)
        .map((one) => ({ name: text(one, 'alarm_name'), words: text(one, 'alarm_description') })),
    ),
    ...graph
      .ofType('aws_cloudwatch_event_target')
      .filter((one) => one.body.peek('input_transformer'))
      .map((one) => ({
        name: text(one, 'rule'),
        words: text(one, 'input_transformer', 0, 'input_template'),
      })),
  ];
}
