import type { Alert, Case, Rule } from '../alert.ts';
import { exposedOf, type Here } from '../here.ts';
import { limits } from '../limits.ts';
import { probeJob } from '../names.ts';

const day = 86_400;
const days = limits.certificate.beyond;

export const certificateExpires: Alert = {
  name: 'CertificateExpires',
  group: 'certificates',
  severity: 'critical',
  runbook: 'certificate-expires',
  rules: (here): Rule[] => [
    ...(exposedOf(here).length > 0
      ? [
          {
            expr: `min by (service, namespace, owner, instance) (probe_ssl_earliest_cert_expiry{job="${probeJob}"}) - time() < ${days * day}`,
            for: '1h',
            owner: 'by-owner' as const,
            summary: 'The certificate of {{ $labels.instance }} is about to expire',
            description: `The certificate that {{ $labels.instance }} shows expires within ${days} days, although it should have been renewed weeks ago; after that every browser refuses it.`,
          },
        ]
      : []),
    ...(hasCertManager(here)
      ? [
          {
            expr: `min by (namespace, name) (label_replace(certmanager_certificate_expiration_timestamp_seconds, "namespace", "$1", "exported_namespace", "(.+)")) - time() < ${days * day}`,
            for: '1h',
            owner: 'by-namespace' as const,
            summary: 'Certificate {{ $labels.name }} in {{ $labels.namespace }} is about to expire',
            description: `Certificate {{ $labels.name }} in {{ $labels.namespace }} expires within ${days} days, although cert-manager renews it when a third of its time is left.`,
          },
        ]
      : []),
  ],
  cases(here): Case[] {
    const [first] = exposedOf(here);
    const at = (days: number) => `${days * day}x120`;
    const cases: Case[] = [];
    if (first) {
      const [instance, { name: service, namespace, owner }] = first;
      const labels = { service, namespace, owner: owner.name, instance };
      const series = `probe_ssl_earliest_cert_expiry{job="${probeJob}", service="${service}", namespace="${namespace}", owner="${owner.name}", instance="${instance}"}`;
      cases.push(
        { about: 'it expires in three days', series: { [series]: at(3) }, at: '90m', fires: [{ labels }] },
        { about: 'it expires in three weeks', series: { [series]: at(21) }, at: '90m' },
      );
    }
    if (hasCertManager(here)) {
      const series =
        'certmanager_certificate_expiration_timestamp_seconds{namespace="cert-manager", exported_namespace="ingress-nginx", name="public"}';
      const labels = { namespace: 'ingress-nginx', name: 'public' };
      cases.push(
        {
          about: 'one of cert-manager was not renewed',
          series: { [series]: at(3) },
          at: '90m',
          fires: [{ rule: first ? 1 : 0, labels }],
        },
        { about: 'one of cert-manager is good for weeks', series: { [series]: at(21) }, at: '90m' },
      );
    }
    return cases;
  },
};

/** Behind a load balancer of AWS certificates are of ACM, which renews them itself. */
function hasCertManager({ architecture }: Here): boolean {
  return architecture.platform.ingress === 'nginx';
}
