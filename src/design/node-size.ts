import { instances } from '../../data/prices/aws.ts';
import type { Resources } from '../blueprint/blueprint.ts';

/** What nodes may be, the smallest first. */
export const nodeTypes = [
  'm7g.large',
  'm7g.xlarge',
  'm7g.2xlarge',
  'm7g.4xlarge',
  'm7g.8xlarge',
  'm7g.16xlarge',
] as const;

export type NodeType = (typeof nodeTypes)[number];

/** What a node keeps for itself and for the agents on each. */
const share = { cpu: 0.85, memory: 0.8 };

/** Proxies of a mesh, for each replica. */
export const proxy: Resources = { cpuMilli: 100, memoryMi: 100 };

/** What a node has for pods. */
export function roomOn(type: NodeType): Resources {
  const { cpuMilli, memoryMi } = instances[type];
  return { cpuMilli: Math.floor(cpuMilli * share.cpu), memoryMi: Math.floor(memoryMi * share.memory) };
}

/** Whether a node has room for a pod that requests so much: none is divided among nodes. */
export function fitsOn({ cpuMilli, memoryMi }: Resources, type: NodeType): boolean {
  const room = roomOn(type);
  return cpuMilli <= room.cpuMilli && memoryMi <= room.memoryMi;
}
