import { check } from '../../checks/check.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { triedExits } from './subjects.ts';

export default check({
  id: 'simulation/way-out-single-point',
  title: 'NAT gateway that all zones go out through',
  dimension: 'reliability',
  severity: 'medium',
  why: 'The simulation lost this gateway, and with it the zone that it stands in: pods in every other zone went on running and could not reach anything outside. A gateway in each zone, with a route table for each, keeps the loss to one zone.',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html'],
  visits: triedExits,
  judge({ exit, simulated }) {
    const { zones } = simulated.platform;
    if (exit.serves !== 'all' || zones.length < 2) return undefined;
    const hurt = simulated.scenarios
      .filter(({ id }) => id === `nat:${exit.resource.address}`)
      .flatMap(({ outcomes }) => outcomes.map(({ workload }) => workload.address));
    if (hurt.length === 0) return undefined;
    return {
      message: `It is the only way out of ${zones.length} zones: when it or its zone${exit.zone ? ` ${exit.zone}` : ''} fails, ${hurt.join(', ')} cannot reach what they call outside. Put a NAT gateway into each zone.`,
      key: 'exit',
      ...(isNonProduction(exit.resource) ? { severity: 'low' as const } : {}),
    };
  },
  examples: { bad: { 'main.tf': '' }, good: { 'main.tf': '' } },
});
