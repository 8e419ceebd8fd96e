import { expect, it } from 'vitest';
import { allocatableOf } from './allocatable.ts';
import { sizeOfMachine } from './instance-sizes.ts';

const mib = 2 ** 20;

it('knows machines of three clouds', () => {
  expect(sizeOfMachine('m7i.xlarge')).toMatchObject({ vcpu: 4, mib: 16_384, pods: 58 });
  expect(sizeOfMachine('Standard_D4s_v5')).toMatchObject({ vcpu: 4, mib: 16_384 });
  expect(sizeOfMachine('e2-standard-4')).toMatchObject({ vcpu: 4, mib: 16_384 });
  expect(sizeOfMachine('n1-standard-4')).toMatchObject({ vcpu: 4, mib: 15_360 });
  expect(sizeOfMachine('custom-6-12288')).toMatchObject({ vcpu: 6, mib: 12_288 });
  expect(sizeOfMachine('q9.huge')).toBeUndefined();
});

// 6 % + 1 % + 2 × 0.5 % of four cores: 60 + 10 + 10 = 80 millicores.
// A quarter of the first 4 GiB, a fifth of the next 4, a tenth of the next 8: 1,024 + 819.2 + 819.2 = 2,662.4 MiB, and 100.
it('keeps back on GKE what GKE does', () => {
  const { cpu, memory, pods } = allocatableOf('gke', sizeOfMachine('e2-standard-4')!);
  expect({ cpu, memory: memory / mib, pods }).toEqual({
    cpu: 3920,
    memory: expect.closeTo(16_384 - 2662.4 - 100, 2),
    pods: 110,
  });
});

// 140 millicores of four cores; 20 MiB for each of 30 pods and 50, and 100: 750 MiB.
it('keeps back on AKS what AKS does', () => {
  const { cpu, memory, pods } = allocatableOf('aks', sizeOfMachine('Standard_D4s_v5')!);
  expect({ cpu, memory: memory / mib, pods }).toEqual({ cpu: 3860, memory: 16_384 - 750, pods: 30 });
});

// a quarter of 4 GiB is less than 20 × 70 + 50 = 1,450 MiB
it('never keeps back more than a quarter on AKS', () => {
  const { memory } = allocatableOf('aks', { vcpu: 2, mib: 4096, source: 'a test' }, 70);
  expect(memory / mib).toBe(4096 - 1024 - 100);
});
