import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';

/** Environments that are hardly what they are called. */
export function doubtfulEnvironments({ environments, services, functions, network }: Blueprint): Complaint[] {
  const production = environments.find((one) => one.production);
  return [
    ...(production === undefined
      ? [
          {
            path: ['environments'],
            message: `people depend on none of ${environments.map(({ name }) => name).join(', ')}, as far as their names say: nothing is protected from being deleted, and nobody is woken. Set production: true where people do`,
          },
        ]
      : environments
          .filter((one) => !one.production && one.size > production.size)
          .map(({ name, size }) => ({
            path: ['environments', name, 'size'],
            message: `${name} is larger (${size}) than ${production.name} (${production.size}), and costs more than what people use: swap them, unless it is for tests of load`,
          }))),
    ...environments.flatMap(({ name }): Complaint[] => {
      const reached =
        network.peers.some(({ environments: some }) => some === undefined || some.includes(name)) ||
        (network.vpn !== undefined &&
          (network.vpn.environments === undefined || network.vpn.environments.includes(name)));
      if (reached) return [];
      const inside = [
        ...services.flatMap((one) =>
          one.expose?.public === false ? [['services', one.name, 'expose']] : [],
        ),
        ...functions.flatMap((one) =>
          one.on.http?.public === false ? [['functions', one.name, 'on', 'http']] : [],
        ),
      ];
      return inside.map((path) => ({
        path,
        message: `${path[1]} is for peers and the VPN only, and ${name} has neither: nobody can reach it. Add network.peers or network.vpn, or leave expose out where only other services call it`,
      }));
    }),
  ];
}
