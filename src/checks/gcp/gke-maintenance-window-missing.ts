import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-maintenance-window-missing',
  title: 'Production cluster that may be upgraded at any hour',
  dimension: 'reliability',
  severity: 'low',
  why: 'Without a window GKE upgrades control plane and nodes whenever it is their turn, at the busiest hour too. A recurring window moves it to the quiet ones, and exclusions keep the weeks free that matter most.',
  controls: ['soc2:A1.1'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    if (!isProduction(resource) || node.has('maintenance_policy')) return;
    return {
      message: `${resource.address} may be upgraded at any hour: add a maintenance_policy with a recurring_window in quiet hours.`,
    };
  },
  examples: {
    bad: { 'prod/main.tf': cluster('') },
    good: {
      'prod/main.tf': cluster(
        '\n  maintenance_policy {\n    recurring_window {\n      start_time = "2026-01-03T01:00:00Z"\n      end_time   = "2026-01-03T07:00:00Z"\n      recurrence = "FREQ=WEEKLY;BYDAY=SA,SU"\n    }\n  }\n',
      ),
    },
  },
});

function cluster(policy: string): string {
  return `resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west3"
${policy}}
`;
}
