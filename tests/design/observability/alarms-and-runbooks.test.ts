import { expect, it } from 'vitest';
import { dataAlarms } from '../../../src/design/observability/cloudwatch/datastores.ts';
import { cloudObjectives } from '../../../src/design/observability/cloudwatch/objectives.ts';
import { serviceAlarms } from '../../../src/design/observability/cloudwatch/services.ts';
import { observability } from '../../../src/design/observability/target.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import { architectureOfExample } from '../../support/design-example.ts';

const events = architectureOfExample('events');
const production = events.environments.at(-1)!;
const pages = observability.write(events);
const alarms = [...serviceAlarms(production), ...dataAlarms(events, production)];

it('has a runbook for each alarm, and an alarm for each runbook', () => {
  for (const { name, runbook } of alarms) expect(pages.has(`docs/runbooks/${runbook}.md`), name).toBe(true);
  for (const speed of ['fast', 'slowly'])
    expect(pages.has(`docs/runbooks/error-budget-burns-${speed}.md`)).toBe(true);
  for (const [path, text] of pages)
    if (/^docs\/runbooks\/(?!README)/.test(path)) expect(text, path).toContain('Alarms of CloudWatch in');
});

it('writes an alarm for each objective that can be measured, and says which cannot', () => {
  const root = terraform.write(events).get('terraform/environments/production/services/objective-alarms.tf')!;
  for (const { name } of cloudObjectives(production)) expect(root).toContain(`"${name}"`);
  expect(cloudObjectives(production).length).toBeGreaterThan(3);
  expect(pages.get('observability/README.md')).toContain('pager_endpoints');
});

it('wakes people in production only', () => {
  const files = terraform.write(events);
  const of = (environment: string) =>
    files.get(`terraform/environments/${environment}/services/objective-alarms.tf`)!;
  expect(of('production')).toContain('local.platform.page_topic_arn');
  expect(of('test')).not.toContain('page_topic_arn  = local.platform.page_topic_arn');
  expect(of('test')).not.toContain('local.platform.page_topic_arn');
});

it('calls each alarm differently', () => {
  const names = alarms.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
