import { expect, it } from 'vitest';
import { uninterrupted } from './uninterrupted.ts';

it('uninterrupted ends what it began, and leaves signals as they were', async () => {
  const before = process.listenerCount('SIGHUP');
  const done: string[] = [];
  await uninterrupted(() => {
    done.push('begun');
    process.kill(process.pid, 'SIGHUP');
    done.push('ended');
  });
  expect(done).toEqual(['begun', 'ended']);
  expect(process.listenerCount('SIGHUP')).toBe(before);
});
