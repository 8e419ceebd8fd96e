import { originFacingLists } from '../../../../data/aws/edge-addresses.ts';
import { nameIn } from '../../names.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';
import { ingressClassOf, nearRanges } from './entrances.ts';

/** Load balancers of AWS by their class: one for the internet, one for peers and the VPN. Teams cannot loosen them. */
export function ingressClassesOf(site: Site): YamlMap[] {
  const { architecture, environment } = site;
  if (architecture.platform.ingress !== 'alb') return [];
  return (['public', 'internal'] as const)
    .filter((name) =>
      environment.services.some(
        ({ expose, protocol }) => expose && protocol !== 'tcp' && ingressClassOf(expose) === name,
      ),
    )
    .flatMap((name) => [
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'IngressClass',
        metadata: { name },
        spec: {
          controller: 'ingress.k8s.aws/alb',
          parameters: { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name },
        },
      },
      {
        apiVersion: 'elbv2.k8s.aws/v1beta1',
        kind: 'IngressClassParams',
        metadata: { name },
        spec: name === 'public' ? publicOne(site) : internalOne(site),
      },
    ]);
}

function publicOne(site: Site): YamlMap {
  const { architecture, environment } = site;
  const { edge } = architecture.platform;
  const list = originFacingLists[environment.region];
  return {
    ...common(site, 'public'),
    scheme: 'internet-facing',
    ...(edge === 'waf' &&
      environment.dns.zone !== undefined && {
        wafv2AclName: why(
          nameIn(environment, environment.system, 'waf'),
          'Made by Terraform in the state of the platform; controllers from 2.14 on find it by its name.',
        ),
      }),
    ...(edge === 'cloudfront' &&
      list !== undefined && {
        prefixListsIDs: why(
          [list],
          'Addresses of CloudFront: whoever comes past it, past its rules, does not get in.',
        ),
      }),
  };
}

function internalOne(site: Site): YamlMap {
  return {
    ...common(site, 'internal'),
    scheme: 'internal',
    inboundCIDRs: nearRanges(site.environment),
  };
}

function common({ environment }: Site, name: string): YamlMap {
  const attributes: Record<string, string> = {
    'deletion_protection.enabled': String(environment.production),
    'routing.http.drop_invalid_header_fields.enabled': 'true',
    'idle_timeout.timeout_seconds': '60',
  };
  const pairs = (map: Readonly<Record<string, string>>) =>
    Object.entries(map).map(([key, value]) => ({ key, value }));
  const { 'managed-by': _, ...tags } = environment.tags;
  return {
    group: {
      name: why(
        `${environment.name}-${environment.system}-${name}`,
        'All Ingresses of the class share one load balancer.',
      ),
    },
    targetType: 'ip',
    ipAddressType: 'ipv4',
    subnets: why(
      { tags: { tier: ['public'] } },
      'Apart from pods, so that network policies can tell load balancers by their addresses.',
    ),
    sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    loadBalancerAttributes: pairs(attributes),
    tags: pairs({ ...tags, 'managed-by': 'aws-load-balancer-controller' }),
  };
}
