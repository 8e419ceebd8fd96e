import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';

export const issuerName = 'letsencrypt';

/** Who certificates come from where the load balancer does not bring its own. */
export function issuersOf({ architecture, environment }: Site): YamlMap[] {
  const { zone } = environment.dns;
  if (architecture.platform.ingress !== 'nginx' || zone === undefined) return [];
  return [
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata: { name: issuerName },
      spec: {
        acme: {
          server: 'https://acme-v02.api.letsencrypt.org/directory',
          email: architecture.owner.email,
          privateKeySecretRef: { name: `${issuerName}-account` },
          solvers: [
            {
              selector: { dnsZones: [zone] },
              dns01: why(
                { route53: { region: environment.region } },
                'Proved in the zone, so that private hosts get certificates as well; by the identity of cert-manager.',
              ),
            },
          ],
        },
      },
    },
  ];
}
