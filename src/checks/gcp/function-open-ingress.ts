import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/function-open-ingress',
  title: 'Function that the internet reaches',
  dimension: 'security',
  severity: 'low',
  why: 'A function that is started by an event, or called from inside, need not be reached from the internet, and by default it is: then only IAM stands before it. ALLOW_INTERNAL_ONLY keeps strangers from even trying.',
  sameAs: ['checkov:CKV_GCP_124'],
  controls: ['pci-dss:1.4.2', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/functions/docs/networking/network-settings#ingress_settings'],
  visits: resources('google_cloudfunctions_function', 'google_cloudfunctions2_function'),
  judge({ resource, node }) {
    const isSecond = resource.type === 'google_cloudfunctions2_function';
    const setting = isSecond ? node.get('service_config', 'ingress_settings') : node.get('ingress_settings');
    if (setting && setting.text() !== 'ALLOW_ALL') return;
    const byEvent = node.has('event_trigger');
    return {
      message: byEvent
        ? `${resource.address} is started by events and reached from the internet all the same: set ingress_settings to "ALLOW_INTERNAL_ONLY".`
        : `${resource.address} is reached from the internet: if it is called from inside, or through a load balancer, set ingress_settings to "ALLOW_INTERNAL_ONLY" or "ALLOW_INTERNAL_AND_GCLB".`,
      at: setting ?? node,
      ...(!byEvent && { severity: 'info' }),
    };
  },
  examples: {
    bad: lambda('ALLOW_ALL'),
    good: lambda('ALLOW_INTERNAL_ONLY'),
  },
});

function lambda(ingress: string): string {
  return `resource "google_cloudfunctions_function" "resize" {
  name             = "resize"
  runtime          = "nodejs22"
  ingress_settings = "${ingress}"

  event_trigger {
    event_type = "google.storage.object.finalize"
    resource   = "acme-uploads"
  }
}
`;
}
