import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import { addonsOf } from '../../../src/design/gitops/addons/all.ts';
import { gitops } from '../../../src/design/gitops/target.ts';
import { payments } from '../../support/cluster-variants.ts';
import { manifestsIn } from './rendering.ts';

const classes = (changed: Parameters<typeof payments>[0]) =>
  Object.fromEntries(
    manifestsIn(payments(changed), 'kubernetes/_cluster/overlays/production/ingress-classes.yaml')
      .filter(({ kind }) => kind === 'IngressClassParams')
      .map(({ metadata, spec }) => [metadata.name, spec]),
  );

describe('a way in', () => {
  it('lets CloudFront in and nobody past it, and only the private network to what is private', () => {
    const { public: open, internal } = classes({});
    expect(open).toMatchObject({ scheme: 'internet-facing', prefixListsIDs: ['pl-a3a144ca'] });
    expect(open.wafv2AclName).toBeUndefined();
    expect(internal).toMatchObject({ scheme: 'internal' });
    expect(internal.inboundCIDRs).toEqual(expect.arrayContaining(['10.8.0.0/16', '172.20.0.0/16']));
  });

  it('has the rules that Terraform makes before it where there is no CloudFront', () => {
    const { public: open } = classes({ decisions: { edge: 'waf' } });
    expect(open.wafv2AclName).toBe('production-payments-waf');
    expect(open.prefixListsIDs).toBeUndefined();
  });

  it('redirects to TLS, or does not answer without it at all', () => {
    const annotations = (edge: string) =>
      manifestsIn(payments({ decisions: { edge } }), 'kubernetes/acquiring/gateway/base/ingress.yaml')[0]!
        .metadata.annotations!;
    expect(annotations('waf')['alb.ingress.kubernetes.io/ssl-redirect']).toBe('443');
    expect(annotations('waf')['external-dns.alpha.kubernetes.io/hostname']).toBe(
      'api-eu-central-1.payments.example',
    );
    expect(annotations('cloudfront')['alb.ingress.kubernetes.io/listen-ports']).toBe('[{"HTTPS":443}]');
    expect(annotations('cloudfront')['external-dns.alpha.kubernetes.io/hostname']).toBe(
      'origin-eu-central-1.payments.example',
    );
  });

  it('lets only CloudFront in before nginx, at one port: the list counts as 55 rules of 60', () => {
    const open = payments({ services: { console: { expose: 'console' } }, decisions: { ingress: 'nginx' } });
    expect(nginxValues(open, 'overlays/production')).toEqual({
      enableHttp: false,
      annotations: { [`${lb}-security-group-prefix-lists`]: 'pl-a3a144ca' },
    });
    expect(nginxValues(open, 'base').annotations).toMatchObject({ [`${lb}-scheme`]: 'internet-facing' });
  });

  it('leads to private hosts through a controller of their own, which the VPN reaches and the internet does not', () => {
    const nginx = payments({ decisions: { ingress: 'nginx' } });
    const classOf = (path: string) => manifestsIn(nginx, path)[0]!.spec.ingressClassName;
    expect(classOf('kubernetes/ledger/console/base/ingress.yaml')).toBe('nginx-internal');
    expect(classOf('kubernetes/acquiring/gateway/base/ingress.yaml')).toBe('nginx');
    const { values, valuesIn } = addonsOf(nginx).find(({ name }) => name === 'ingress-nginx-internal')!;
    expect(values).toMatchObject({
      controller: {
        ingressClassResource: { name: 'nginx-internal', controllerValue: 'k8s.io/ingress-nginx-internal' },
        service: {
          annotations: { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' },
        },
      },
    });
    expect(valuesIn!(nginx.environments.at(-1)!)).toMatchObject({
      controller: { service: { loadBalancerSourceRanges: expect.arrayContaining(['172.20.0.0/16']) } },
    });
  });

  it('has no controller that leads nowhere', () => {
    const names = (open: boolean) =>
      addonsOf(
        payments({
          decisions: { ingress: 'nginx' },
          services: { console: { expose: { host: 'console', public: open } } },
        }),
      ).map(({ name }) => name);
    expect(names(true)).not.toContain('ingress-nginx-internal');
    expect(names(false)).toEqual(expect.arrayContaining(['ingress-nginx', 'ingress-nginx-internal']));
  });
});

const lb = 'service.beta.kubernetes.io/aws-load-balancer';

function nginxValues(architecture: Architecture, folder: string): { readonly annotations?: object } {
  const text = gitops.write(architecture).get(`gitops/addons/ingress-nginx/${folder}/values.yaml`)!;
  return (load(text) as { controller: { service: object } }).controller.service;
}
