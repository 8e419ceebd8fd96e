import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/disk-without-snapshots',
  title: 'Data disk without a snapshot schedule',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'A disk lives in one zone and has no history: what is deleted on it, or encrypted by an attacker, is gone, and with its zone the disk is too. A snapshot schedule is one resource policy, and snapshots are kept outside of the zone.',
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: ['https://cloud.google.com/compute/docs/disks/scheduled-snapshots'],
  visits: resources('google_compute_disk', 'google_compute_region_disk'),
  judge({ resource, node }, graph) {
    // what is made from an image or a snapshot can be made again
    if (isNonProduction(resource) || node.has('image') || node.has('snapshot')) return;
    if (node.has('resource_policies')) return;
    const guards = graph
      .to(resource)
      .filter(({ from }) => /resource_policy_attachment$|backup_plan_association$/.test(from.type));
    if (guards.length > 0 || graph.ofType('google_backup_dr_backup_plan_association').length > 0) return;
    // a disk that nothing uses is a finding of its own
    if (graph.to(resource).length === 0) return;
    return {
      message: `${resource.address} is copied by no snapshot schedule: attach a google_compute_resource_policy with google_compute_disk_resource_policy_attachment.`,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: disk(''),
    good: disk(
      '\nresource "google_compute_disk_resource_policy_attachment" "data" {\n  name = "daily"\n  disk = google_compute_disk.data.name\n  zone = "europe-west3-a"\n}\n',
    ),
  },
});

function disk(schedule: string): string {
  return `resource "google_compute_disk" "data" {
  name = "data"
  zone = "europe-west3-a"
  size = 100
}

resource "google_compute_attached_disk" "data" {
  disk     = google_compute_disk.data.id
  instance = "projects/acme-shop/zones/europe-west3-a/instances/db"
}
${schedule}`;
}
