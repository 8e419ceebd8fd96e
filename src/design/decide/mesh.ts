import type { Compute } from './compute.ts';
import type { Decided, Facts } from './decided.ts';

/** Whether traffic between services goes through a mesh. */
export function decideMesh({ blueprint }: Facts, compute: Compute): Decided<'none' | 'istio' | 'linkerd'> {
  const { mesh, services, compliance } = blueprint;
  const calls = services.flatMap(({ needs }) =>
    needs.filter((need) => services.some(({ name }) => name === need)),
  ).length;
  const encrypts = compliance.includes('pci-dss') || compliance.includes('hipaa');
  const decided = compute === 'eks' && ((encrypts && calls > 0) || calls >= 8) ? 'linkerd' : 'none';
  const choice = mesh === 'decide' ? decided : mesh;
  return {
    choice,
    complaints:
      mesh === 'none' && encrypts && calls > 0
        ? [
            {
              path: ['mesh'],
              message:
                'card or health data between services must be encrypted (PCI-DSS 4.2.1, HIPAA 164.312(e)), and without a mesh nothing here does it: take linkerd or istio',
            },
          ]
        : [],
    decision: {
      id: 'mesh',
      title: 'A mesh between services, or none',
      context: [
        `Services call each other in ${calls} ${calls === 1 ? 'place' : 'places'}.`,
        ...(encrypts ? ['Traffic inside has to be encrypted as well.'] : []),
      ],
      options: [
        {
          name: 'none',
          summary: 'Network policies and timeouts in the code; nothing more to run.',
          monthlyUsd: 0,
        },
        {
          name: 'linkerd',
          summary: 'Mutual TLS, retries and timeouts with small proxies and few settings.',
          monthlyUsd: 30,
        },
        {
          name: 'istio',
          summary: 'Mutual TLS and every kind of traffic rule, with much to learn and to tune.',
          monthlyUsd: 90,
        },
      ],
      choice,
      why: [
        mesh !== 'decide'
          ? 'The blueprint asks for it.'
          : choice === 'none'
            ? 'Few calls between services do not repay a proxy beside each.'
            : 'It encrypts all traffic between services by their identities, with the least to run.',
      ],
      consequences:
        choice === 'none'
          ? ['Retries and timeouts are the code’s own.']
          : [
              'Each pod has a proxy, about 100m and 100Mi.',
              'Timeouts, retries and circuit breaking are written down in one place.',
            ],
      wouldChange: ['PCI-DSS or HIPAA with calls between services, or eight such calls, lead to a mesh.'],
      key: 'mesh',
      asked: mesh !== 'decide',
    },
  };
}
