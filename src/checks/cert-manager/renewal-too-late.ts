import { secondsOf } from '../../graph/kubernetes/duration.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** In seconds. */
const day = 86_400;

export default check({
  id: 'cert-manager/renewal-too-late',
  title: 'Certificate renewed too late, or all the time',
  dimension: 'reliability',
  severity: 'medium',
  why: 'renewBefore says how long before its end a certificate is replaced. Less than two days leaves no weekend to notice a failing renewal; as long as the certificate itself means that it is renewed without end, until the authority refuses.',
  sources: ['https://cert-manager.io/docs/usage/certificate/#renewal'],
  visits: resources('Certificate.cert-manager.io'),
  judge({ resource, node }) {
    const at = node.get('spec', 'renewBefore');
    const before = secondsOf(at?.text() ?? '');
    if (!at || before === undefined) return;
    // 90 days unless something else is asked for. Source: cert-manager API, CertificateSpec
    const lifetime = secondsOf(node.text('spec', 'duration') ?? '2160h');
    if (lifetime !== undefined && before >= lifetime)
      return {
        message: `${resource.address} is to be renewed ${at.text()} before its end and lives no longer than that, so cert-manager renews it without end or refuses it: take about a third of its duration.`,
        at,
        severity: 'high',
      };
    const isShort = lifetime !== undefined && lifetime < 7 * day;
    if (before >= 2 * day || isShort) return;
    return {
      message: `${resource.address} is renewed only ${at.text()} before its end, so that a failing renewal is an outage before anybody has looked: take about a third of its duration.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
  namespace: shop
spec:
  secretName: shop-tls
  dnsNames: [shop.example.com]
  issuerRef: { kind: ClusterIssuer, name: letsencrypt }
  renewBefore: 12h
`,
    good: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
  namespace: shop
spec:
  secretName: shop-tls
  dnsNames: [shop.example.com]
  issuerRef: { kind: ClusterIssuer, name: letsencrypt }
  renewBefore: 720h
`,
  },
});
