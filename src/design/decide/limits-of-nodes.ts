import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import { fitsOn, nodeTypes, proxy, roomOn } from '../node-size.ts';
import type { Choices } from './decide-all.ts';

/** Replicas that are larger than any node: they would wait for one for ever. */
export function limitsOfNodes(
  { services, jobs }: Blueprint,
  { compute, mesh }: Pick<Choices, 'compute' | 'mesh'>,
): Complaint[] {
  if (compute !== 'eks') return [];
  const beside = mesh === 'none' ? { cpuMilli: 0, memoryMi: 0 } : proxy;
  const largest = nodeTypes.at(-1)!;
  const room = roomOn(largest);
  const most = { cpuMilli: room.cpuMilli - beside.cpuMilli, memoryMi: room.memoryMi - beside.memoryMi };
  const all = [
    ...services.map((one) => ({ ...one, part: 'services' })),
    ...jobs.map((one) => ({ ...one, part: 'jobs' })),
  ];
  return all
    .filter(
      ({ resources: { cpuMilli, memoryMi } }) =>
        !fitsOn({ cpuMilli: cpuMilli + beside.cpuMilli, memoryMi: memoryMi + beside.memoryMi }, largest),
    )
    .map(({ part, name, resources: { cpuMilli, memoryMi } }) => ({
      path: [part, name, 'resources'],
      message: `a replica of ${name} asks for ${cpuMilli / 1000} processors and ${memoryMi} MiB, and the largest node (${largest}) has ${most.cpuMilli / 1000} and ${most.memoryMi} for one: it would never start. Ask for less in each, and for more of them`,
    }));
}
