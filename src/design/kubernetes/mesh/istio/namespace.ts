import type { Environment, Namespace } from '../../../environment.ts';
import type { Job, Service } from '../../../workload.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import type { Site } from '../../site.ts';

const ports = { postgres: 5432, mysql: 3306, redis: 6379 } as const;

/** A namespace in which everyone shows an identity, nobody is let in unasked, and only known hosts are called. */
export function istioNamespaceOf({ name }: Namespace, { environment, vary }: Site): YamlMap[] {
  const own = [...environment.services, ...environment.jobs].filter(({ namespace }) => namespace === name);
  const entry = (host: string, spec: YamlMap): YamlMap => ({
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: host.replace('*.', '').replaceAll('.', '-'), namespace: name },
    spec: { hosts: [host], exportTo: ['.'], location: 'MESH_EXTERNAL', ...spec },
  });
  const databases = (['postgres', 'mysql', 'redis'] as const).filter((type) =>
    own.some(({ needs }) => needs.some((need) => isManaged(need.name, type, environment))),
  );
  return [
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: { name: 'default', namespace: name },
      spec: { mtls: { mode: 'STRICT' } },
    },
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: { name: 'default-deny', namespace: name },
      spec: why({}, 'Empty: nobody may call anything that no other policy allows.'),
    },
    ...databases.map((type) =>
      entry(`${type}.databases.internal`, {
        addresses: vary(
          'network.databaseRanges',
          environment.network.zones.map(({ dataCidr }) => dataCidr),
        ),
        ports: [{ number: ports[type], name: `tcp-${type}`, protocol: 'TCP' }],
        resolution: why('NONE', 'Wherever the name that the program asks for leads, within these addresses.'),
      }),
    ),
    ...(own.some(callsAws)
      ? [
          entry('*.amazonaws.com', {
            ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
            resolution: 'NONE',
          }),
        ]
      : []),
    ...outsideOf(own).map(({ host, port, cidrs }) =>
      entry(host, {
        ...(port !== 443 && cidrs.length > 0 && { addresses: cidrs }),
        ports: [{ number: port, name: port === 443 ? 'tls' : 'tcp', protocol: port === 443 ? 'TLS' : 'TCP' }],
        resolution: port !== 443 && cidrs.length > 0 ? 'NONE' : 'DNS',
      }),
    ),
  ];
}

function isManaged(name: string, type: string, { datastores }: Environment): boolean {
  return datastores.some(
    (one) => one.name === name && one.type === type && 'hosting' in one && one.hosting === 'managed',
  );
}

function callsAws({ needs }: Service | Job): boolean {
  return needs.some(({ kind }) => ['bucket', 'queue', 'topic', 'table', 'function'].includes(kind));
}

/** Each host and port once, whoever calls it. */
function outsideOf(workloads: readonly (Service | Job)[]) {
  return [
    ...new Map(
      workloads.flatMap(({ egress }) => egress.map((one) => [`${one.host}:${one.port}`, one] as const)),
    ).values(),
  ];
}
