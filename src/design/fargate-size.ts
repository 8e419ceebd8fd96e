import type { Job, Service } from './workload.ts';

/** What a task on Fargate is given, in 1024ths of a processor and mebibytes. */
export interface FargateSize {
  readonly cpu: number;
  readonly memory: number;
}

/** Processors with the least and the most memory that they are sold with, and its steps, in mebibytes. Source: docs.aws.amazon.com, task definition parameters for Fargate. */
const sold = [
  { cpu: 256, least: 512, most: 512, step: 512 },
  { cpu: 256, least: 1024, most: 2048, step: 1024 },
  { cpu: 512, least: 1024, most: 4096, step: 1024 },
  { cpu: 1024, least: 2048, most: 8192, step: 1024 },
  { cpu: 2048, least: 4096, most: 16_384, step: 1024 },
  { cpu: 4096, least: 8192, most: 30_720, step: 1024 },
  { cpu: 8192, least: 16_384, most: 61_440, step: 4096 },
  { cpu: 16_384, least: 32_768, most: 122_880, step: 8192 },
] as const;

/** The most that a task can ask for. */
export const largestTask = { cpuMilli: 16_000, memoryMi: 122_880 } as const;

/** The smallest size that holds what a service or job asks for: Fargate sells certain sizes only. */
export function fargateSize({ requests, limits }: Pick<Service | Job, 'requests' | 'limits'>): FargateSize {
  const memory = Math.max(requests.memoryMi, limits.memoryMi);
  const needed = (requests.cpuMilli * 1024) / 1000;
  const { cpu, least, step } = sold.find((one) => one.cpu >= needed && one.most >= memory) ?? sold.at(-1)!;
  return { cpu, memory: Math.max(least, Math.ceil(memory / step) * step) };
}
