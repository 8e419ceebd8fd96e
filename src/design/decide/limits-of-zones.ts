import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import type { Choices } from './decide-all.ts';

/**
 * Environments of one zone with something that AWS wants to be able to move.
 * Sources: EKS User Guide, VPC and subnet requirements; RDS User Guide, DB subnet groups; ELB, Application Load Balancers.
 */
export function limitsOfZones(blueprint: Blueprint, { compute, selfHosted }: Choices): Complaint[] {
  const { services, jobs, datastores, environments } = blueprint;
  const database = datastores.find(
    ({ name, type }) => (type === 'postgres' || type === 'mysql') && !selfHosted.has(name),
  );
  const exposed = services.find(({ expose }) => expose !== undefined);
  const needing =
    compute === 'eks' && services.length + jobs.length > 0
      ? 'EKS'
      : database !== undefined
        ? `RDS, which ${database.name} is on,`
        : compute === 'ecs' && exposed !== undefined
          ? `a load balancer, which ${exposed.name} is behind,`
          : undefined;
  if (needing === undefined) return [];
  return environments
    .filter(({ zones }) => zones < 2)
    .map(({ name }) => ({
      path: ['environments', name, 'zones'],
      message: `${name} has one zone, and ${needing} takes subnets in two at least: set zones to 2`,
    }));
}
