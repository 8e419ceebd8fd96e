import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/app-engine-plain-http',
  title: 'App Engine that answers plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'A handler answers HTTP and HTTPS alike unless it says SECURE_ALWAYS, which sends the former on to the latter. Until then cookies and tokens pass through every network on the way as they are.',
  controls: ['cis-gcp:4.10', 'pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)'],
  sources: ['https://cloud.google.com/appengine/docs/standard/reference/app-yaml'],
  visits: resources('google_app_engine_standard_app_version', 'google_app_engine_flexible_app_version'),
  judge({ resource, node }) {
    const open = node.list('handlers').find((handler) => handler.text('security_level') !== 'SECURE_ALWAYS');
    if (!open) return;
    const level = open.get('security_level');
    return {
      message: `${resource.address} answers ${open.text('url_regex') ?? 'a path'} over plain HTTP too: set security_level of the handler to "SECURE_ALWAYS".`,
      at: level ?? open,
      fix: {
        safety: 'unsafe',
        summary: 'set security_level to "SECURE_ALWAYS" (HTTP is sent on to HTTPS)',
        edits: [{ op: 'set', in: open, path: ['security_level'], value: 'SECURE_ALWAYS' }],
      },
    };
  },
  examples: {
    bad: version('SECURE_OPTIONAL'),
    good: version('SECURE_ALWAYS'),
  },
});

function version(level: string): string {
  return `resource "google_app_engine_standard_app_version" "shop" {
  service = "shop"
  runtime = "nodejs22"

  entrypoint {
    shell = "node app.js"
  }

  deployment {
    zip {
      source_url = "https://storage.googleapis.com/acme/shop.zip"
    }
  }

  handlers {
    url_regex      = ".*"
    security_level = "${level}"

    script {
      script_path = "auto"
    }
  }
}
`;
}
