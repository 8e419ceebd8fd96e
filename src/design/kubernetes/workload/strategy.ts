import { metricsOf } from '../../metrics.ts';
import type { Service } from '../../workload.ts';
import { flow, why, type YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';

/** Whether the load balancer gives a canary its share of requests; otherwise its share is that of its replicas. */
export function isSplitAtIngress({ strategy, expose, protocol }: Service, { architecture }: Site): boolean {
  return (
    strategy === 'canary' &&
    expose !== undefined &&
    protocol !== 'tcp' &&
    architecture.platform.ingress !== 'none'
  );
}

/** Services beside the one that callers use. */
export function versionServicesOf(service: Service, site: Site): string[] {
  const { name, strategy } = service;
  if (strategy === 'blue-green') return [`${name}-preview`];
  return isSplitAtIngress(service, site) ? [`${name}-stable`, `${name}-canary`] : [];
}

/** Whether Argo Rollouts writes into the selector of a Service, to lead it to one version. */
export function isLed(name: string, service: Service, site: Site): boolean {
  return service.strategy === 'blue-green' || versionServicesOf(service, site).includes(name);
}

/** How new pods take the place of old ones. */
export function strategyOf(service: Service, site: Site): YamlMap {
  switch (service.strategy) {
    case 'rolling':
      return { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } };
    case 'canary':
      return { canary: canaryOf(service, site) };
    default:
      return { blueGreen: blueGreenOf(service) };
  }
}

function canaryOf(service: Service, site: Site): YamlMap {
  const { name, port } = service;
  const split = isSplitAtIngress(service, site);
  const step = (weight: number): YamlMap[] => [{ setWeight: weight }, { pause: flow({ duration: '10m' }) }];
  const router: YamlMap =
    site.architecture.platform.ingress === 'nginx'
      ? { nginx: { stableIngress: name } }
      : { alb: { ingress: name, rootService: name, servicePort: port } };
  return {
    ...(split
      ? { stableService: `${name}-stable`, canaryService: `${name}-canary`, trafficRouting: router }
      : {}),
    maxSurge: '25%',
    maxUnavailable: 0,
    ...(metricsOf(service) && {
      analysis: why(
        {
          startingStep: 1,
          templates: [{ templateName: name }],
          args: [{ name: 'version', valueFrom: { podTemplateHashValue: 'Latest' } }],
        },
        'Goes on beside all steps; when it fails, everything goes back to the version before.',
      ),
    }),
    steps: why(
      (split ? [5, 20, 50] : [25, 50, 75]).flatMap(step),
      split
        ? 'Shares of the requests that come from outside.'
        : 'Shares of the replicas, and so of the requests.',
    ),
  };
}

function blueGreenOf(service: Service): YamlMap {
  const { name } = service;
  return {
    activeService: name,
    previewService: `${name}-preview`,
    autoPromotionEnabled: why(true, 'As soon as all of the new version is ready, every request goes there.'),
    ...(metricsOf(service) && {
      postPromotionAnalysis: why(
        {
          templates: [{ templateName: name }],
          args: [{ name: 'version', valueFrom: { podTemplateHashValue: 'Latest' } }],
        },
        'The old version stays until this is over, and takes the requests back at once if it fails.',
      ),
    }),
    scaleDownDelaySeconds: 900,
    abortScaleDownDelaySeconds: 30,
  };
}
