import { readFileSync } from 'node:fs';
import { dump, load } from 'js-yaml';
import type { Architecture } from '../../src/design/architecture.ts';
import { architectureOf } from './design-example.ts';

type Data = { [key: string]: unknown };

/** The payments example with other choices: `payments({ mesh: 'linkerd', decisions: { ingress: 'nginx' } })`. */
export function payments(changed: Data): Architecture {
  const text = readFileSync(new URL('../../examples/payments/plinth.yaml', import.meta.url), 'utf8');
  return architectureOf(dump(merged(load(text) as Data, changed)));
}

function merged(data: Data, changed: Data): Data {
  const result = { ...data };
  for (const [key, value] of Object.entries(changed))
    result[key] = isData(value) && isData(data[key]) ? merged(data[key], value) : value;
  return result;
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Everything that changes what is written for clusters, each with something else. */
export const variants: Readonly<Record<string, () => Architecture>> = {
  'as it is': () => payments({}),
  'linkerd, flux and no edge': () =>
    payments({ mesh: 'linkerd', delivery: { gitops: 'flux' }, decisions: { edge: 'waf' } }),
  'nginx and linkerd': () =>
    payments({
      mesh: 'linkerd',
      services: { console: { expose: 'console' } },
      decisions: { ingress: 'nginx' },
    }),
  'nginx and istio': () =>
    payments({
      services: { gateway: { expose: { host: 'api', public: false } } },
      decisions: { ingress: 'nginx' },
    }),
  'no mesh, bare connections, self-hosted databases': () =>
    payments({
      mesh: 'none',
      compliance: ['soc2'],
      services: {
        console: { protocol: 'tcp', expose: { host: 'console', public: false } },
        authorizer: { protocol: 'tcp', strategy: 'canary' },
        ledger: {
          command: ['/bin/ledger', 'serve'],
          env: { GREETING: 'two\nlines', QUOTED: '"quoted"', BRACES: '{{ x }}' },
        },
      },
      datastores: { entries: { hosting: 'self-hosted', rpo: '15m', rto: '4h' } },
    }),
  vault: () => payments({ secrets: 'vault' }),
};

/** A variant packaged as charts. */
export function asCharts(architecture: Architecture): Architecture {
  return { ...architecture, delivery: { ...architecture.delivery, packaging: 'helm' } };
}
