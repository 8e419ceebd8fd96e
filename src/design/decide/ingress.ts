import type { Compute } from './compute.ts';
import type { Decided, Facts } from './decided.ts';

/** What takes requests from outside for services. */
export function decideIngress({ blueprint }: Facts, compute: Compute): Decided<'alb' | 'nginx' | 'none'> {
  const { services, decisions } = blueprint;
  const exposed = services.filter(({ expose }) => expose);
  const needed = compute !== 'lambda' && exposed.length > 0;
  const choice = needed ? (decisions.ingress ?? 'alb') : 'none';
  return {
    choice,
    complaints: [
      ...(decisions.ingress === 'nginx' && compute !== 'eks'
        ? [
            {
              path: ['decisions', 'ingress'],
              message: 'the nginx controller runs in Kubernetes, and there is no cluster: leave it to alb',
            },
          ]
        : []),
    ],
    decision: {
      id: 'ingress',
      title: 'What takes requests from outside',
      context: [
        exposed.length > 0
          ? `Reached from outside: ${exposed.map(({ name }) => name).join(', ')}.`
          : 'No service is reached from outside.',
      ],
      options: [
        {
          name: 'alb',
          summary:
            'An application load balancer of AWS: health checks, WAF and certificates by AWS, nothing to run.',
          monthlyUsd: 22,
        },
        {
          name: 'nginx',
          summary:
            'A controller in the cluster behind a network load balancer: certificates by cert-manager, and one more thing to run. Its project ended in March 2026: nobody patches it any more.',
          monthlyUsd: 18,
        },
        { name: 'none', summary: 'Nothing: functions answer through API Gateway.', monthlyUsd: 0 },
      ],
      choice,
      why: [
        choice === 'alb'
          ? 'AWS runs and patches it, and a WAF can stand directly before it.'
          : choice === 'nginx'
            ? 'The blueprint asks for it.'
            : 'There is nothing for it to do.',
      ],
      consequences:
        choice === 'none'
          ? []
          : [
              'TLS ends here; requests go on to services inside the private network, and a mesh encrypts what services say to each other.',
              'Only 443 is open, and 80 redirects.',
            ],
      wouldChange: ['Rules for requests that the load balancer of AWS does not know.'],
      key: 'decisions.ingress',
      asked: decisions.ingress !== undefined,
    },
  };
}
