import { expect, it } from 'vitest';
import { servicesOf } from '../../../src/design/terraform/services-of-aws.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import { architectureOfExample } from '../../support/design-example.ts';

const startUp = architectureOfExample('start-up');
const payments = architectureOfExample('payments');
const rootOf = (example: typeof startUp, environment: string, file: string) =>
  terraform.write(example).get(`terraform/environments/${environment}/${file}`);

it('switches databases and tasks where there is no cluster', () => {
  const text = rootOf(startUp, 'staging', 'services/office-hours.tf')!;
  const flat = text.replaceAll(/\s+/g, ' ');
  for (const line of [
    'services_on = { start = "cron(0 7 ? * MON-FRI *)" stop = "cron(0 19 ? * MON-FRI *)" }',
    'databases_on = { start = "cron(40 6 ? * MON-FRI *)" stop = "cron(10 19 ? * MON-FRI *)" }',
    'databases = ["staging-orders-db"]',
    'services = { staging-web-service = 2 staging-api-service = 2 }',
  ])
    expect(flat).toContain(line);
  expect(text).toContain('local.permissions_boundary_arn');
});

it('switches databases only where a cluster switches services', () => {
  const text = rootOf(payments, 'development', 'services/office-hours.tf')!;
  expect(text).toContain('databases = ["development-vault-db", "development-entries-db"]');
  expect(text).not.toContain('cluster_name');
});

it('leaves alone what is always on', () => {
  for (const environment of ['staging', 'production'])
    expect(rootOf(payments, environment, 'services/office-hours.tf')).toBeUndefined();
  expect(rootOf(startUp, 'production', 'data/data.tf')).not.toContain('backup_window');
  expect(rootOf(startUp, 'production', 'data/backup.tf')).not.toContain('schedule');
});

it('looks after databases while they are on', () => {
  const data = rootOf(startUp, 'staging', 'data/data.tf')!;
  expect(data).toMatch(/backup_window\s+= "07:00-07:30"/);
  expect(data).toMatch(/maintenance_window\s+= "fri:17:30-fri:18:00"/);
  expect(rootOf(startUp, 'staging', 'data/backup.tf')).toMatch(
    /schedule\s+= "cron\(0 10 \? \* MON-FRI \*\)"/,
  );
});

it('lets the pipeline make what it takes', () => {
  const [staging, production] = startUp.environments;
  expect(servicesOf(startUp, staging!)).toEqual(expect.arrayContaining(['scheduler', 'sqs']));
  expect(servicesOf(startUp, production!)).not.toContain('sqs');
});
