import { hourly, hoursAMonth, monthly, used } from '../../../data/prices/aws.ts';
import type { Choices } from '../decide/decide-all.ts';
import type { CostLine } from '../environment.ts';
import type { Network } from '../network.ts';
import { type Line, linesFor, type Uncosted } from './cost-line.ts';
import { costOfCompute } from './cost-of-compute.ts';
import { costOfData } from './cost-of-data.ts';

/** Gigabytes a month that are assumed to pass a NAT gateway. */
const natGb = 100;

/** What an environment costs a month, roughly: what runs is reckoned, what depends on use is assumed and says so. */
export function costsOf(environment: Uncosted, choices: Choices): CostLine[] {
  const { region, network } = environment;
  return [
    ...costOfCompute(environment, choices.compute === 'ecs', choices.spot),
    ...costOfData(environment),
    ...networkCosts(network, linesFor('network', region)),
    ...edgeCosts(environment, choices, linesFor('edge', region)),
    ...guardCosts(environment, linesFor('security and audit', region)),
    ...recoveryCosts(environment),
  ];
}

function networkCosts({ nat, zones, endpoints, vpn }: Network, line: Line): CostLine[] {
  const gateways = nat === 'none' ? 0 : nat === 'single' ? 1 : zones.length;
  return [
    ...line(
      'NAT gateways',
      gateways * (hourly.natGateway * hoursAMonth + natGb * used.natGb),
      `${gateways} of them, assumed: ${natGb} GB each`,
      'zones, and traffic to the internet',
    ),
    ...line(
      'interface endpoints',
      endpoints.interface.length * zones.length * hourly.interfaceEndpoint * hoursAMonth,
      `${endpoints.interface.length} in ${zones.length} zones`,
      'services of AWS that are reached privately, by zones',
    ),
    ...line('VPN', vpn ? hourly.vpnConnection * hoursAMonth : 0, 'one connection', 'connections'),
  ];
}

function edgeCosts(environment: Uncosted, { ingress, edge }: Choices, line: Line): CostLine[] {
  const { services, functions, production, dns } = environment;
  const exposed = services.flatMap(({ expose }) => (expose ? [expose] : []));
  const answering = functions.filter(({ triggers }) => triggers.some(({ kind }) => kind === 'http'));
  const balancers = ingress === 'none' ? 0 : new Set(exposed.map((one) => one.public)).size;
  const gb = production ? 100 : 5;
  return [
    ...line(
      'load balancers',
      balancers * (hourly.loadBalancer + hourly.loadBalancerUnit) * hoursAMonth,
      `${balancers}, assumed: one unit of capacity each`,
      'entrances, and requests',
    ),
    ...line(
      'web ACL',
      edge === 'none' || exposed.length + answering.length === 0 ? 0 : monthly.webAcl,
      'one, with six rules',
      'rules, and requests',
    ),
    ...line(
      'traffic to the internet',
      exposed.length + answering.length > 0 ? gb * used.transferGb : 0,
      `assumed: ${gb} GB`,
      'what answers hold',
    ),
    ...line(
      'zones of names',
      (dns.zone === undefined ? 1 : 2) * monthly.hostedZone,
      dns.zone === undefined ? 'the private one' : 'a public and a private one',
      'zones',
    ),
  ];
}

function guardCosts({ services, functions, datastores }: Uncosted, line: Line): CostLine[] {
  const keys = 4 + datastores.length;
  const secrets = services.length + datastores.length;
  const logs = services.length * 10 + functions.length * 2 + 5;
  return [
    ...line(
      'keys and secrets',
      keys * monthly.key + secrets * monthly.secret,
      `${keys} keys, ${secrets} secret${secrets === 1 ? '' : 's'}`,
      'datastores and services',
    ),
    ...line(
      'logs and audit',
      logs * used.logGb + 10,
      `assumed: ${logs} GB of logs, and $10 for what watches`,
      'what is logged',
    ),
  ];
}

/** The network that stands there; copies and replicas are told with the data, and what computes by itself. */
function recoveryCosts({ recovery }: Uncosted): CostLine[] {
  if (recovery === undefined || recovery.strategy === 'backup-restore') return [];
  return networkCosts(recovery.network, linesFor('recovery', recovery.region)).map((one) => ({
    ...one,
    part: `${one.part} in ${recovery.region}`,
  }));
}
