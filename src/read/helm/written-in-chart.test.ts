import { expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { readChart } from './charts.ts';
import { writtenInChart } from './written-in-chart.ts';

const made = '{{ randAlphaNum 32 | b64enc | quote }}';
const key =
  '-----BEGIN PRIVATE KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEA\n-----END PRIVATE KEY-----\n';

function written(files: Record<string, string>, text: string, values?: string): boolean {
  const repository = memoryRepository({ 'shop/Chart.yaml': 'name: shop\n', ...files });
  return writtenInChart(repository, readChart(repository, 'shop')!, values)(text);
}

it.each([
  ['made anew', { 'shop/templates/secret.yaml': `password: ${made}\n` }, false],
  ['made in a helper', { 'shop/templates/_a.tpl': `{{ define "p" }}${made}{{ end }}\n` }, false],
  ['made by a packed subchart', { 'shop/charts/redis-1.0.0.tgz': '' }, false],
  ['in a chart that makes nothing up', { 'shop/templates/secret.yaml': 'password: {{ .Values.p }}\n' }, true],
  [
    'among the values',
    { 'shop/templates/secret.yaml': `password: ${made}\n`, 'shop/values.yaml': 'p: hunter2-but-longer\n' },
    true,
  ],
  [
    'in a template as base64',
    { 'shop/templates/secret.yaml': `a: ${made}\nb: aHVudGVyMi1idXQtbG9uZ2Vy\n` },
    true,
  ],
])('tells whether a text is written: %s', (_, files, expected) => {
  expect(written(files, 'hunter2-but-longer')).toBe(expected);
});

it('looks at the values that a chart is rendered with, and through indentation', () => {
  const files = {
    'shop/templates/secret.yaml': `password: ${made}\n`,
    'live/prod.yaml': `key: |\n${key.replace(/^/gm, '  ')}`,
  };
  expect(written(files, key)).toBe(false);
  expect(written(files, key, 'live/prod.yaml')).toBe(true);
});
