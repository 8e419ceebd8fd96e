import type { Node } from '../../model/node.ts';
import { resources } from '../selector.ts';

export const subnets = resources('google_compute_subnetwork');

/** Whether machines stand in a subnet: those of proxies, attachments and migrations take no settings for them. @throws Undecided */
export function isForMachines(subnet: Node): boolean {
  return /^PRIVATE(_RFC_1918)?$/.test(subnet.text('purpose') ?? 'PRIVATE');
}
