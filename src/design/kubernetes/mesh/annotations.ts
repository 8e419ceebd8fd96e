import type { Job, Service } from '../../workload.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';
import { limitsFor } from './time-limits.ts';

/** What a pod tells the proxy beside it; `undefined` without a mesh. */
export function meshAnnotations(workload: Service | Job, { architecture }: Site): YamlMap | undefined {
  switch (architecture.platform.mesh) {
    case 'istio':
      return {
        'sidecar.istio.io/nativeSidecar': 'true',
        'sidecar.istio.io/proxyCPU': '100m',
        'sidecar.istio.io/proxyMemory': '100Mi',
        'sidecar.istio.io/proxyMemoryLimit': '256Mi',
        // credentials of EKS Pod Identity come from the node
        'traffic.sidecar.istio.io/excludeOutboundIPRanges': '169.254.170.23/32',
        ...(workload.kind === 'service' &&
          workload.protocol !== 'tcp' && {
            'prometheus.io/scrape': 'true',
            'prometheus.io/port': String(workload.port),
            'prometheus.io/path': workload.metrics,
          }),
      };
    case 'linkerd':
      return {
        'config.beta.linkerd.io/proxy-enable-native-sidecar': 'true',
        'config.linkerd.io/proxy-cpu-request': '100m',
        'config.linkerd.io/proxy-memory-request': '64Mi',
        'config.linkerd.io/proxy-memory-limit': '256Mi',
        ...(workload.kind === 'service' &&
          workload.protocol === 'tcp' && { 'config.linkerd.io/opaque-ports': String(workload.port) }),
      };
    default:
      return undefined;
  }
}

/** What callers’ proxies of Linkerd do about a service; Istio has objects for it. */
export function meshServiceAnnotations(service: Service, { architecture }: Site): YamlMap | undefined {
  if (architecture.platform.mesh !== 'linkerd') return undefined;
  if (service.protocol === 'tcp') return { 'config.linkerd.io/opaque-ports': String(service.port) };
  return {
    'balancer.linkerd.io/failure-accrual': 'consecutive',
    'balancer.linkerd.io/failure-accrual-consecutive-max-failures': '5',
    'timeout.linkerd.io/request': `${limitsFor(service).whole}s`,
    // what was not begun can be asked for again, whatever it is
    ...(service.protocol === 'grpc' && {
      'retry.linkerd.io/grpc': 'unavailable',
      'retry.linkerd.io/limit': '2',
      'retry.linkerd.io/timeout': `${limitsFor(service).each}s`,
    }),
  };
}
