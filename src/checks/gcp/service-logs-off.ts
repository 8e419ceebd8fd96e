import { resources } from '../../graph/selector.ts';
import type { Path } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

/** What sends the logs of each service to Cloud Logging; off unless it is set. Source: Terraform Google provider. */
const switches: Readonly<Record<string, readonly Path[]>> = {
  google_data_fusion_instance: [['enable_stackdriver_logging'], ['enable_stackdriver_monitoring']],
  google_dialogflow_agent: [['enable_logging']],
  google_dialogflow_cx_agent: [['advanced_settings', 'logging_settings', 'enable_stackdriver_logging']],
};

export default check({
  id: 'gcp/service-logs-off',
  title: 'Data or dialog service without logs',
  dimension: 'observability',
  severity: 'low',
  why: 'What these services do is only written down when they are told to, and when a pipeline fails or a dialog goes wrong there is nothing to look at. Logs go to Cloud Logging with the others.',
  sameAs: ['checkov:CKV_GCP_104', 'checkov:CKV_GCP_105', 'checkov:CKV2_GCP_29', 'checkov:CKV2_GCP_30'],
  controls: ['soc2:CC7.2'],
  sources: ['https://cloud.google.com/data-fusion/docs/how-to/view-logs'],
  visits: resources(...Object.keys(switches)),
  judge({ resource, node }): readonly Fault[] {
    return switches[resource.type]!.flatMap((path) => {
      // the older argument of the same thing
      const setting = node.get(...path) ?? (path.length > 1 ? node.get(path.at(-1)!) : undefined);
      if (setting?.flag() === true) return [];
      return [
        {
          message: `${resource.address} writes nothing down that could be looked at: set ${path.join('.')} to true.`,
          at: setting ?? node,
          key: String(path.at(-1)),
          fix: {
            safety: 'safe' as const,
            summary: `set ${path.join('.')} to true`,
            edits: [{ op: 'set' as const, in: node, path, value: true }],
          },
        },
      ];
    });
  },
  examples: {
    bad: 'resource "google_dialogflow_agent" "support" {\n  display_name = "Support"\n}\n',
    good: 'resource "google_dialogflow_agent" "support" {\n  display_name   = "Support"\n  enable_logging = true\n}\n',
  },
});
