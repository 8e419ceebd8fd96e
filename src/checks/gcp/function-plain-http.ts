import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/function-plain-http',
  title: 'Function that answers plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'Functions of the first generation also answer plain HTTP unless told not to, and whoever is on the way reads and changes what is sent, tokens among it. SECURE_ALWAYS redirects to HTTPS.',
  sameAs: ['checkov:CKV2_GCP_10'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://cloud.google.com/functions/1stgendocs/securing/managing-access-iam'],
  visits: resources('google_cloudfunctions_function'),
  judge({ resource, node }) {
    if (node.flag('trigger_http') !== true) return;
    const level = node.get('https_trigger_security_level');
    if (level?.text() === 'SECURE_ALWAYS') return;
    return {
      message: `${resource.address} also answers plain HTTP: set https_trigger_security_level to "SECURE_ALWAYS".`,
      at: level ?? node.get('trigger_http')!,
      fix: {
        safety: 'unsafe',
        summary: 'set https_trigger_security_level to "SECURE_ALWAYS" (plain HTTP is redirected)',
        edits: [{ op: 'set', in: node, path: ['https_trigger_security_level'], value: 'SECURE_ALWAYS' }],
      },
    };
  },
  examples: {
    bad: lambda(''),
    good: lambda('  https_trigger_security_level = "SECURE_ALWAYS"\n'),
  },
});

function lambda(level: string): string {
  return `resource "google_cloudfunctions_function" "webhook" {
  name         = "webhook"
  runtime      = "nodejs22"
  trigger_http = true
${level}}
`;
}
