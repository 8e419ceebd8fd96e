import type { Environment } from '../../../environment.ts';
import { traceCollector } from '../../../traces.ts';
import type { Job, Service } from '../../../workload.ts';
import { why, type YamlMap, type YamlValue } from '../../../yaml/yaml.ts';
import { selectorOf } from '../../labels.ts';
import type { Site } from '../../site.ts';
import { entranceRanges } from '../../workload/peers.ts';
import { callersOf } from '../callers.ts';
import { trafficOf } from './traffic.ts';

/** Who may call a workload, how callers behave, and what it sees of the mesh. */
export function istioOf(workload: Service | Job, site: Site): YamlMap[] {
  return workload.kind === 'job'
    ? [sidecarOf(workload, site.environment)]
    : [
        ...authorizationsOf(workload, site),
        ...plainFromOutside(workload, site),
        ...trafficOf(workload, site),
        sidecarOf(workload, site.environment),
      ];
}

function authorizationsOf(service: Service, site: Site): YamlMap[] {
  const { name, namespace, port, expose } = service;
  const to = [{ operation: { ports: [String(port)] } }];
  const callers = callersOf(service, site.environment);
  const rules: YamlValue[] = [
    ...(callers.length > 0 ? [{ from: [{ source: { principals: callers.map(principalOf) } }], to }] : []),
    ...(expose ? [entranceRule(service, site, to)] : []),
  ];
  if (rules.length === 0) return [];
  return [
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: { name, namespace },
      spec: { selector: { matchLabels: selectorOf(service) }, action: 'ALLOW', rules },
    },
  ];
}

function entranceRule(service: Service, site: Site, to: YamlValue): YamlMap {
  const ranges = site.vary('network.entranceRanges', entranceRanges(service, site));
  return {
    from: why(
      [{ source: { ipBlocks: ranges } }],
      'What takes requests has no identity in the mesh; the network policy lets in nothing else from there.',
    ),
    to,
  };
}

/** What takes requests does not speak the mesh's TLS: on the one port that it calls that is not asked for. */
function plainFromOutside(service: Service, { architecture }: Site): YamlMap[] {
  const { name, namespace, port, expose } = service;
  if (!expose || architecture.platform.ingress === 'none') return [];
  return [
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: { name, namespace },
      spec: {
        selector: { matchLabels: selectorOf(service) },
        mtls: { mode: 'STRICT' },
        portLevelMtls: why(
          { [String(port)]: { mode: 'PERMISSIVE' } },
          'Requests from outside come to this port, from what is not in the mesh; the authorization policy lets nobody else in without an identity.',
        ),
      },
    },
  ];
}

/** Only what it needs: every other name is unknown to its proxy, and calls to it end there. */
function sidecarOf(workload: Service | Job, environment: Environment): YamlMap {
  const { name, namespace, needs } = workload;
  const called = environment.services.filter((one) =>
    needs.some((need) => need.kind === 'service' && need.name === one.name),
  );
  const hosted = needs.some((need) =>
    environment.datastores.some(
      (one) => one.name === need.name && 'hosting' in one && one.hosting === 'self-hosted',
    ),
  );
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Sidecar',
    metadata: { name, namespace },
    spec: {
      workloadSelector: { labels: selectorOf(workload) },
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      egress: [
        {
          hosts: [
            './*',
            'istio-system/*',
            ...called
              .filter((one) => one.namespace !== namespace)
              .map((one) => `${one.namespace}/${one.name}.${one.namespace}.svc.cluster.local`),
            ...(hosted ? ['data/*'] : []),
            `${traceCollector.namespace}/${traceCollector.name}.${traceCollector.namespace}.svc.cluster.local`,
          ],
        },
      ],
    },
  };
}

function principalOf({ name, namespace }: Service | Job): string {
  return `cluster.local/ns/${namespace}/sa/${name}`;
}
