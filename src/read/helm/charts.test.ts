import { expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { foldersOfCharts, namedByCharts, pathsBelow, readChart } from './charts.ts';

const chart = (name: string, more = '') => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`;

it('finds charts, but not the subcharts of a chart', () => {
  const repository = memoryRepository({
    'charts/shop/Chart.yaml': chart('shop'),
    'charts/shop/charts/redis/Chart.yaml': chart('redis'),
    'deploy/Chart.yaml': chart('deploy'),
    'mycharts/one/Chart.yaml': chart('one'),
  });
  expect(foldersOfCharts(repository)).toEqual(['charts/shop', 'deploy', 'mycharts/one']);
});

it('tells what belongs to a chart', () => {
  const names = namedByCharts(memoryRepository({ 'shop/Chart.yaml': chart('shop') }));
  const paths = [
    'templates/a.yaml',
    'templates/tests/b.yaml',
    'charts/x/values.yaml',
    'crds/c.yaml',
    'values.yaml',
    'values-prod.yaml',
    'values/prod.yaml',
    'ci/a-values.yaml',
    'staging/values.yaml',
    'env/dev.yaml',
  ];
  expect(paths.filter((path) => !names(`shop/${path}`))).toEqual([]);
  for (const path of [
    'shop/examples/a.yaml',
    'shop2/templates/a.yaml',
    'templates/a.yaml',
    'shop/docs/values.yaml',
  ])
    expect(names(path)).toBe(false);
});

it('finds its values files', () => {
  const paths = [
    'values.yaml',
    'values-prod.yaml',
    'values.dev.yaml',
    'prod-values.yml',
    'values/qa.yaml',
    'ci/a-values.yaml',
    'prod/values.yaml',
    'environments/dev.yaml',
    'templates/values-x.yaml',
    'charts/a/values-prod.yaml',
    'other.yaml',
  ];
  const files = Object.fromEntries(paths.map((path) => [`shop/${path}`, '']));
  const repository = memoryRepository({ 'shop/Chart.yaml': chart('shop'), ...files });
  expect(readChart(repository, 'shop')!.values.map((path) => path.slice(5))).toEqual([
    'ci/a-values.yaml',
    'environments/dev.yaml',
    'prod-values.yml',
    'prod/values.yaml',
    'values-prod.yaml',
    'values.dev.yaml',
    'values/qa.yaml',
  ]);
});

it('says which dependencies are not there', () => {
  const dependencies = 'dependencies: [{name: redis}, {name: common}, {name: mysql}]\n';
  const repository = memoryRepository({
    'shop/Chart.yaml': chart('shop', dependencies),
    'shop/charts/redis/Chart.yaml': chart('redis'),
    'shop/charts/common-2.1.0.tgz': '',
  });
  expect(readChart(repository, 'shop')!.missing.map(({ name }) => name)).toEqual(['mysql']);
});

it('says which dependencies of a chart of the old form are not there', () => {
  const repository = memoryRepository({
    'shop/Chart.yaml': chart('shop'),
    'shop/requirements.yaml': 'dependencies: [{name: partials, repository: "file://../partials"}]\n',
  });
  const [missing] = readChart(repository, 'shop')!.missing;
  expect(missing).toMatchObject({ name: 'partials', node: { file: { path: 'shop/requirements.yaml' } } });
});

it('reports a chart without a name', () => {
  const repository = memoryRepository({ 'a/Chart.yaml': 'version: 1\n' });
  expect(readChart(repository, 'a')).toBeUndefined();
  expect(repository.problems).toHaveLength(1);
});

it('finds the paths below a folder', () => {
  const repository = memoryRepository({ a: '', 'a-b/x': '', 'a/x': '', 'a/y/z': '', a0: '', 'b/x': '' });
  expect(pathsBelow(repository, 'a')).toEqual(['a/x', 'a/y/z']);
  expect(pathsBelow(repository, 'c')).toEqual([]);
  expect(pathsBelow(repository, '.')).toHaveLength(6);
});
