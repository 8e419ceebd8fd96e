import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sink-without-grant',
  title: 'Log sink that may not write',
  dimension: 'functionality',
  severity: 'medium',
  why: 'A sink writes as an identity of its own, which has no rights at its destination until they are granted: without, every entry is dropped, and only an e-mail to the owners says so. The logs are missed when they are needed.',
  controls: ['soc2:CC7.2'],
  sources: ['https://cloud.google.com/logging/docs/export/configure_export_v2#dest-auth'],
  visits: resources(
    'google_logging_project_sink',
    'google_logging_folder_sink',
    'google_logging_organization_sink',
  ),
  judge({ resource, node }, graph) {
    const target = graph
      .from(resource)
      .find(({ at, to }) => at === node.peek('destination') && writable.test(to.type))?.to;
    // where the destination is another root's, so is the grant
    if (!target) return;
    const isGranted =
      graph.to(resource).some(({ from }) => /_iam_|_access$|^(output|module)$/.test(from.type)) ||
      isWrittenByOthers(graph, target);
    if (isGranted) return;
    return {
      message: `${resource.address} has no right to write into ${target.address}, so that every entry is dropped: grant its writer_identity the role there.`,
    };
  },
  examples: {
    bad: sink(''),
    good: sink(
      '\nresource "google_storage_bucket_iam_member" "audit" {\n  bucket = google_storage_bucket.audit.name\n  role   = "roles/storage.objectCreator"\n  member = google_logging_project_sink.audit.writer_identity\n}\n',
    ),
  },
});

const writable = /^google_(storage_bucket|pubsub_topic|bigquery_dataset)$/;

/** Whether somebody is granted something on the destination in a way that cannot be told: it may be the sink. */
function isWrittenByOthers(graph: Graph, target: Resource): boolean {
  return graph.to(target).some(({ from: { type, body } }) => {
    if (!/_iam_/.test(type)) return false;
    const members = [body.peek('member'), body.peek('members')];
    return members.some(
      (member) => member !== undefined && /cloud-logs|logging/.test(JSON.stringify(member.plain())),
    );
  });
}

function sink(grant: string): string {
  return `resource "google_storage_bucket" "audit" {
  name     = "acme-audit"
  location = "EU"
}

resource "google_logging_project_sink" "audit" {
  name                   = "audit"
  destination            = "storage.googleapis.com/\${google_storage_bucket.audit.name}"
  filter                 = "logName:cloudaudit.googleapis.com"
  unique_writer_identity = true
}
${grant}`;
}
