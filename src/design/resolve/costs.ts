import {
  caches,
  databases,
  hourly,
  hoursAMonth,
  instances,
  monthly,
  regionFactor,
  spotShareOfPrice,
  used,
} from '../../../data/prices/aws.ts';
import type { Choices } from '../decide/decide-all.ts';
import type { CostLine, Environment } from '../environment.ts';

/** What is known of an environment before its costs are. */
export type Uncosted = Omit<Environment, 'costs'>;

/** What an environment costs a month, roughly: what runs is reckoned, what depends on use is assumed and says so. */
export function costsOf(environment: Uncosted, choices: Choices): CostLine[] {
  const { network, zones, region, schedule } = environment;
  const factor = regionFactor(region);
  const running = schedule ? Math.min(1, schedule.hours / 168) : 1;
  const line = (part: string, usd: number, basis: string): CostLine[] =>
    usd > 0 ? [{ part, monthlyUsd: Math.round(usd * factor * 100) / 100, basis }] : [];
  const gateways = network.nat === 'none' ? 0 : network.nat === 'single' ? 1 : zones.length;
  const endpoints = network.endpoints.interface.length * zones.length;
  const hosts = [...environment.services.flatMap(({ expose }) => (expose ? [expose] : []))];
  const acl =
    choices.edge === 'none' ||
    !(
      hosts.length > 0 ||
      environment.functions.some(({ triggers }) => triggers.some(({ kind }) => kind === 'http'))
    )
      ? 0
      : 1;
  const keys = 4 + environment.datastores.length;
  const logs = environment.services.length * 10 + environment.functions.length * 2 + 5;
  return [
    ...clusterCosts(environment, running, line),
    ...(choices.compute === 'ecs' ? taskCosts(environment, running, choices.spot, line) : []),
    ...environment.datastores.flatMap((datastore) => datastoreCosts(datastore, running, line)),
    ...environment.functions.flatMap(({ name, memoryMb }) =>
      line(
        `function ${name}`,
        used.millionLambdaRequests + 1e6 * 0.2 * (memoryMb / 1024) * used.lambdaGbSecond,
        'assumed: a million calls of 200 ms',
      ),
    ),
    ...line(
      'NAT gateways',
      gateways * (hourly.natGateway * hoursAMonth + 100 * used.natGb),
      `${gateways} of them, assumed: 100 GB each`,
    ),
    ...line(
      'load balancer',
      choices.ingress === 'none' ? 0 : hourly.loadBalancer * hoursAMonth + 6,
      'one, assumed: one unit of capacity',
    ),
    ...line(
      'interface endpoints',
      endpoints * hourly.interfaceEndpoint * hoursAMonth,
      `${network.endpoints.interface.length} in ${zones.length} zones`,
    ),
    ...line('VPN', network.vpn ? hourly.vpnConnection * hoursAMonth : 0, 'one connection'),
    ...line('web ACL', acl * monthly.webAcl, 'one, with six rules'),
    ...line(
      'keys and secrets',
      keys * monthly.key + (environment.services.length + environment.datastores.length) * monthly.secret,
      `${keys} keys`,
    ),
    ...line('logs and audit', logs * used.logGb + 10, `assumed: ${logs} GB of logs`),
    ...line(
      'traffic to the internet',
      hosts.length > 0 ? (environment.production ? 100 : 5) * used.transferGb : 0,
      `assumed: ${environment.production ? 100 : 5} GB`,
    ),
  ];
}

type Line = (part: string, usd: number, basis: string) => CostLine[];

function clusterCosts({ cluster }: Uncosted, running: number, line: Line): CostLine[] {
  if (!cluster) return [];
  const nodes = cluster.nodePools.flatMap(({ name, instanceTypes, capacity, desired }) => {
    const [type] = instanceTypes as [keyof typeof instances];
    const price = instances[type].hour * (capacity === 'spot' ? spotShareOfPrice : 1);
    const hours = name === 'system' ? hoursAMonth : hoursAMonth * running;
    return line(
      `nodes ${name}`,
      desired * (price * hours + 50 * monthly.volumeGb),
      `${desired} × ${type}, ${capacity}`,
    );
  });
  return [...line('cluster', hourly.eksCluster * hoursAMonth, 'one control plane'), ...nodes];
}

function taskCosts({ services }: Uncosted, running: number, spot: number, line: Line): CostLine[] {
  return services.flatMap(({ name, scale, requests, spot: movable }) => {
    const hour =
      (requests.cpuMilli / 1000) * hourly.fargateVcpu + (requests.memoryMi / 1024) * hourly.fargateGb;
    const share = movable ? 1 - spot * (1 - spotShareOfPrice) : 1;
    return line(`tasks ${name}`, scale.min * hour * hoursAMonth * running * share, `${scale.min} on Fargate`);
  });
}

function datastoreCosts(
  datastore: Environment['datastores'][number],
  running: number,
  line: Line,
): CostLine[] {
  const { name, type, storageGb, crossRegion } = datastore;
  const copies = crossRegion === 'none' ? 0 : storageGb * monthly.backupGb;
  if ('hosting' in datastore && datastore.hosting === 'self-hosted')
    return line(`volumes ${name}`, 3 * storageGb * monthly.volumeGb, 'three volumes');
  switch (type) {
    case 'postgres':
    case 'mysql': {
      const times = (datastore.multiZone ? 2 : 1) + (crossRegion === 'replica' ? 1 : 0);
      const hour = databases[datastore.instanceClass as keyof typeof databases].hour;
      return line(
        `database ${name}`,
        times * (hour * hoursAMonth * running + storageGb * monthly.databaseGb) + copies,
        `${times} × ${datastore.instanceClass}, ${storageGb} GB`,
      );
    }
    case 'redis': {
      const hour = caches[datastore.nodeType as keyof typeof caches].hour;
      return line(
        `cache ${name}`,
        datastore.nodes * hour * hoursAMonth,
        `${datastore.nodes} × ${datastore.nodeType}`,
      );
    }
    case 'bucket':
      return line(
        `bucket ${name}`,
        storageGb * monthly.bucketGb * (crossRegion === 'replica' ? 2 : 1),
        `${storageGb} GB`,
      );
    case 'table':
      return line(
        `table ${name}`,
        storageGb * monthly.tableGb + 2,
        `${storageGb} GB, assumed: a million writes`,
      );
    default:
      return line(`${type} ${name}`, used.millionQueueRequests, 'assumed: a million messages');
  }
}
