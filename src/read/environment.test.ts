import { expect, it } from 'vitest';
import { guessEnvironment, isStandby, locateEnvironment } from './environment.ts';

it.each([
  ['overlays/prod/kustomization.yaml', 'prod'],
  ['overlays/prod-eu/kustomization.yaml', 'prod'],
  ['clusters/live/staging/a.yaml', 'staging'],
  ['prod.tfvars', 'prod'],
  ['values-staging.yaml', 'staging'],
  ['values.dev.yaml', 'dev'],
  ['ci/test-values.yaml', 'test'],
  ['envs/Production/', 'Production'],
  ['k8s/non-prod/a.yaml', 'non-prod'],
  ['k8s/shop-non-prod/a.yaml', 'nonprod'],
  ['dev-tools/a.yaml', undefined],
  ['products/a.yaml', undefined],
  ['testdata/latest.yaml', undefined],
])('%s stands for %s', (path, environment) => {
  expect(guessEnvironment(path)).toBe(environment);
});

it('tells the folder that names the environment', () => {
  expect(locateEnvironment('apps/prod/web/a.yaml')).toEqual({ environment: 'prod', folder: 'apps/prod' });
  expect(locateEnvironment('apps/web-prod.yaml')).toEqual({ environment: 'prod', folder: undefined });
});

it.each([
  ['overlays/production-dr/', true],
  ['terraform/environments/production/standby', true],
  ['kubernetes/api/values-production-dr.yaml', true],
  ['overlays/production/', false],
  ['modules/drone/main.tf', false],
  ['charts/hdr.yaml', false],
])('tells whether %s only stands ready: %s', (path, expected) => {
  expect(isStandby(path)).toBe(expected);
});
