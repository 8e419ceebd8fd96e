import type { DatastoreAsked } from '../../blueprint/blueprint.ts';

/**
 * What an instance in the cluster asks for, by size. Each fits on one node of the types that pools are made of, beside
 * what copies its log and the agents of the node.
 */
export const hostedSizes: Readonly<
  Record<DatastoreAsked['size'], { readonly cpuMilli: number; readonly memoryMi: number }>
> = {
  small: { cpuMilli: 500, memoryMi: 2048 },
  medium: { cpuMilli: 1500, memoryMi: 6144 },
  large: { cpuMilli: 3000, memoryMi: 12_288 },
  xlarge: { cpuMilli: 6000, memoryMi: 24_576 },
};

/** A cache works with one processor whatever it holds. */
export const hostedCacheSizes: typeof hostedSizes = {
  small: { cpuMilli: 250, memoryMi: 1024 },
  medium: { cpuMilli: 500, memoryMi: 3072 },
  large: { cpuMilli: 1000, memoryMi: 6144 },
  xlarge: { cpuMilli: 1000, memoryMi: 12_288 },
};

/** The version of Valkey that a hosted redis is. It speaks the protocol of Redis 7.2. */
export const hostedCacheVersion = '8.1';
