import { monthly } from '../../../data/prices/aws.ts';
import type { Decided, Facts } from './decided.ts';

/** What stands before public hosts. */
export function decideEdge({ blueprint, exposed, main }: Facts): Decided<'none' | 'waf' | 'cloudfront'> {
  const { decisions, compliance, environments } = blueprint;
  const decided = !exposed ? 'none' : main.recoveryRegion !== undefined ? 'cloudfront' : 'waf';
  const choice = exposed ? (decisions.edge ?? decided) : 'none';
  const acl = monthly.webAcl * environments.length;
  return {
    choice,
    complaints:
      choice === 'none' && exposed && compliance.includes('pci-dss')
        ? [
            {
              path: ['decisions', 'edge'],
              message:
                'PCI-DSS 6.4.2 asks for something that detects and stops attacks before public web applications: take waf or cloudfront',
            },
          ]
        : [],
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
          ? 'Requests can be led to the recovery region at the edge, and attacks end far from the origin.'
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
      wouldChange: ['A recovery region leads to cloudfront.'],
      key: 'decisions.edge',
      asked: decisions.edge !== undefined,
    },
  };
}
