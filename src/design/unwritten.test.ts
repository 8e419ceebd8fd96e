import { expect, it } from 'vitest';
import { architectureOfExample } from '../../tests/support/design-example.ts';
import { unwritten } from './unwritten.ts';

it('tells what was asked for and is not written, and nothing that nobody asked for', () => {
  const regulated = unwritten(architectureOfExample('payments')).join('\n');
  for (const what of ['recovery region']) expect(regulated).toContain(what);
  const small = unwritten(architectureOfExample('start-up')).join('\n');
  expect(small).not.toContain('dashboards');
  for (const what of ['hosts itself', 'recovery region']) expect(small).not.toContain(what);
});
