import type { AddonName } from './charts.ts';

/** A field that something in the cluster writes after the chart made the object. */
export interface WrittenField {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
  /** as a path of jq, and as a pointer into JSON (RFC 6901) for the one webhook that there is */
  readonly jq: string;
  readonly pointer: string;
}

const webhooks = (which: 'Mutating' | 'Validating', field: string): WrittenField => ({
  group: 'admissionregistration.k8s.io',
  kind: `${which}WebhookConfiguration`,
  jq: `.webhooks[]?.${field}`,
  pointer: `/webhooks/0/${field.replaceAll('.', '/')}`,
});

// istiod makes its validation strict once it can answer
const strictness = webhooks('Validating', 'failurePolicy');

/** What delivery leaves alone, by add-on. */
export const writtenByOthers: Readonly<Partial<Record<AddonName, readonly WrittenField[]>>> = {
  // its chart makes certificates anew whenever it is rendered without a cluster; those in the cluster stay
  'aws-load-balancer-controller': [
    { group: '', kind: 'Secret', name: 'aws-load-balancer-tls', jq: '.data', pointer: '/data' },
    webhooks('Mutating', 'clientConfig.caBundle'),
    webhooks('Validating', 'clientConfig.caBundle'),
  ],
  'istio-base': [webhooks('Validating', 'clientConfig.caBundle'), strictness],
  istiod: [
    webhooks('Mutating', 'clientConfig.caBundle'),
    webhooks('Validating', 'clientConfig.caBundle'),
    strictness,
  ],
};
