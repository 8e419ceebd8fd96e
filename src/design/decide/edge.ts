import { monthly } from '../../../data/prices/aws.ts';
import type { Choices } from './decide-all.ts';
import type { Decided, Facts } from './decided.ts';

/** What stands before public hosts. */
export function decideEdge(
  { blueprint, exposed, main }: Facts,
  ingress: Choices['ingress'],
): Decided<'none' | 'waf' | 'cloudfront'> {
  const { decisions, compliance, environments, services } = blueprint;
  // no web ACL can stand at a network load balancer
  const behindNginx =
    ingress === 'nginx' && services.some(({ expose, protocol }) => expose?.public && protocol !== 'tcp');
  const decided = !exposed ? 'none' : main.recoveryRegion !== undefined || behindNginx ? 'cloudfront' : 'waf';
  const choice = exposed ? (decisions.edge ?? decided) : 'none';
  const acl = monthly.webAcl * environments.length;
  return {
    choice,
    complaints: [
      ...(choice === 'none' && exposed && compliance.includes('pci-dss')
        ? [
            {
              path: ['decisions', 'edge'],
              message:
                'PCI-DSS 6.4.2 asks for something that detects and stops attacks before public web applications: take waf or cloudfront',
            },
          ]
        : []),
      ...(choice === 'waf' && behindNginx
        ? [
            {
              path: ['decisions', 'edge'],
              message:
                'nginx is behind a network load balancer, and AWS lets no web ACL stand there, so that nothing would be looked at: take cloudfront, or decisions.ingress alb',
            },
          ]
        : []),
    ],
    decision: {
      id: 'edge',
      title: 'What stands before public hosts',
      context: [exposed ? 'Hosts are reached from the internet.' : 'Nothing is reached from the internet.'],
      options: [
        {
          name: 'none',
          summary:
            'Requests reach the load balancer as they come; AWS Shield Standard stops floods of packets.',
          monthlyUsd: 0,
        },
        {
          name: 'waf',
          summary: 'A web ACL with the managed rules of AWS and a rate limit at the load balancer or API.',
          monthlyUsd: acl,
        },
        {
          name: 'cloudfront',
          summary:
            'The same web ACL at the edge, with caching, and an origin that can be switched to another region.',
          monthlyUsd: acl + 10,
        },
      ],
      choice,
      why: [
        choice === 'cloudfront'
          ? main.recoveryRegion === undefined && behindNginx
            ? 'A web ACL cannot stand at the network load balancer before nginx; at the edge it can.'
            : 'Requests can be led to the recovery region at the edge, and attacks end far from the origin.'
          : choice === 'waf'
            ? 'What is public is attacked; managed rules stop the common attempts for little money.'
            : exposed
              ? 'The blueprint asks for it.'
              : 'Nothing is reached from the internet.',
      ],
      consequences:
        choice === 'none'
          ? []
          : [
              'Rules begin by counting only where they could stop real users, and block once their numbers were looked at.',
            ],
      wouldChange: ['A recovery region leads to cloudfront, and so does nginx before public services.'],
      key: 'decisions.edge',
      asked: decisions.edge !== undefined,
    },
  };
}
