import { nameHere, nameInCluster, originOf } from '../../regional-names.ts';
import type { Service } from '../../workload.ts';
import { why, type YamlMap, type YamlValue } from '../../yaml/yaml.ts';
import { ingressClassOf, nginxClassOf } from '../cluster/entrances.ts';
import { issuerName } from '../cluster/issuer.ts';
import { selectorOf } from '../labels.ts';
import type { Site } from '../site.ts';
import { isSplitAtIngress } from './strategy.ts';
import { besideFirstRecord } from './top-record.ts';

/** How a service is reached under its name. */
export function ingressesOf(service: Service, site: Site): YamlMap[] {
  const { expose, name, namespace, port, protocol } = service;
  const { ingress } = site.architecture.platform;
  if (!expose || ingress === 'none' || protocol === 'tcp') return [];
  const host = site.vary('ingress.host', expose.host);
  const split = isSplitAtIngress(service, site);
  const backend =
    split && ingress === 'alb'
      ? {
          name,
          port: {
            name: why(
              'use-annotation',
              'Argo Rollouts writes the annotation that says which version gets what.',
            ),
          },
        }
      : { name: split ? `${name}-stable` : name, port: { number: port } };
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name,
        namespace,
        labels: selectorOf(service),
        annotations: {
          ...(ingress === 'alb' ? forAlb(service, site) : forNginx(service)),
          ...namesOf(service, site),
        },
      },
      spec: {
        ingressClassName: ingress === 'alb' ? ingressClassOf(expose) : nginxClassOf(expose),
        tls: [
          ingress === 'alb'
            ? { hosts: why([host], 'The certificate of ACM that has this name.') }
            : { hosts: [host], secretName: `${name}-certificate` },
        ],
        rules: [
          {
            host,
            http: { paths: [{ path: expose.path, pathType: 'Prefix', backend: { service: backend } }] },
          },
        ],
      },
    },
  ];
}

function forAlb(service: Service, site: Site): YamlMap {
  const { health, protocol } = service;
  const alb = (entries: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(entries).map(([key, value]) => [`alb.ingress.kubernetes.io/${key}`, value]),
    );
  return {
    ...alb({
      ...(isBehindEdge(service, site)
        ? { 'listen-ports': '[{"HTTPS":443}]' }
        : { 'listen-ports': '[{"HTTP":80},{"HTTPS":443}]', 'ssl-redirect': '443' }),
      'target-type': 'ip',
      ...(protocol === 'grpc'
        ? {
            'backend-protocol-version': 'GRPC',
            'healthcheck-path': '/grpc.health.v1.Health/Check',
            'success-codes': '0',
          }
        : { 'healthcheck-path': health.ready, 'success-codes': '200-299' }),
      'healthcheck-interval-seconds': '10',
      'healthcheck-timeout-seconds': '5',
      'healthy-threshold-count': '2',
      'unhealthy-threshold-count': '3',
      'target-group-attributes':
        'deregistration_delay.timeout_seconds=30,load_balancing.algorithm.type=least_outstanding_requests',
    }),
  };
}

function forNginx({ protocol }: Service): YamlMap {
  return {
    'cert-manager.io/cluster-issuer': issuerName,
    'nginx.ingress.kubernetes.io/force-ssl-redirect': 'true',
    ...(protocol === 'grpc' && { 'nginx.ingress.kubernetes.io/backend-protocol': 'GRPC' }),
  };
}

/** Whether people reach it through CloudFront. */
function isBehindEdge({ expose }: Service, { architecture, environment }: Site): boolean {
  return expose!.public && architecture.platform.edge === 'cloudfront' && environment.dns.zone !== undefined;
}

/** What external-dns writes, where that is not the host itself. */
function namesOf(service: Service, site: Site): YamlMap {
  const { architecture, environment, vary } = site;
  if (isBehindEdge(service, site))
    return annotated(
      why(
        vary('ingress.origin', nameHere(environment, originOf(environment))),
        'Hosts lead to CloudFront, and CloudFront comes here by this name.',
      ),
    );
  if (!architecture.environments.some(({ standby }) => standby !== undefined)) return {};
  return {
    ...annotated(
      why(
        vary('ingress.name', nameInCluster(environment, service.expose!.host)),
        'The name in this region; Terraform says which region the host leads to.',
      ),
    ),
    ...besideFirstRecord(service, site),
  };
}

function annotated(name: YamlValue): YamlMap {
  return {
    'external-dns.alpha.kubernetes.io/hostname': name,
    'external-dns.alpha.kubernetes.io/ingress-hostname-source': 'annotation-only',
  };
}
