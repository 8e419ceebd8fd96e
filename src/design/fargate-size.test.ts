import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fargateSize, largestTask } from './fargate-size.ts';

const size = (cpuMilli: number, memoryMi: number) =>
  fargateSize({ requests: { cpuMilli, memoryMi }, limits: { memoryMi } });

it('a task holds what is asked for, in a size that Fargate sells', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: largestTask.cpuMilli }),
      fc.integer({ min: 64, max: largestTask.memoryMi }),
      (cpuMilli, memoryMi) => {
        const { cpu, memory } = size(cpuMilli, memoryMi);
        expect(cpu * 1000).toBeGreaterThanOrEqual(cpuMilli * 1024);
        expect(memory).toBeGreaterThanOrEqual(memoryMi);
        // as the modules check it
        expect(memory).toBeGreaterThanOrEqual(2 * cpu);
        expect(memory).toBeLessThanOrEqual(cpu * (cpu < 4096 ? 8 : 7.5));
        expect(memory === 512 || memory % (cpu < 8192 ? 1024 : cpu / 2) === 0).toBe(true);
      },
    ),
  );
});

it('a task is no larger than it has to be', () => {
  expect([size(250, 256), size(250, 600), size(8000, 32_768), size(16_000, 122_880)]).toEqual([
    { cpu: 256, memory: 512 },
    { cpu: 256, memory: 1024 },
    { cpu: 8192, memory: 32_768 },
    { cpu: 16_384, memory: 122_880 },
  ]);
});
