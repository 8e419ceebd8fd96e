import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/registry-images-kept',
  title: 'Registry that keeps every image',
  dimension: 'cost',
  severity: 'low',
  why: 'Every build leaves an image that is paid by the gigabyte for ever, and an old one with known flaws can still be deployed. Cleanup policies keep the last few and what is tagged, and delete the rest.',
  sources: ['https://cloud.google.com/artifact-registry/docs/repositories/cleanup-policy'],
  visits: resources('google_artifact_registry_repository'),
  judge({ resource, node }) {
    const mode = node.text('mode') ?? 'STANDARD_REPOSITORY';
    if (mode === 'VIRTUAL_REPOSITORY') return;
    const dry = node.get('cleanup_policy_dry_run');
    if (node.has('cleanup_policies') && dry?.flag() !== true) return;
    return {
      message: node.has('cleanup_policies')
        ? `${resource.address} only tries its cleanup policies out and keeps everything: set cleanup_policy_dry_run to false.`
        : `${resource.address} keeps everything that was ever pushed: add cleanup_policies that keep the last few and delete the rest.`,
      at: (node.has('cleanup_policies') ? dry : undefined) ?? node,
    };
  },
  examples: {
    bad: 'resource "google_artifact_registry_repository" "shop" {\n  repository_id = "shop"\n  format        = "DOCKER"\n}\n',
    good: 'resource "google_artifact_registry_repository" "shop" {\n  repository_id = "shop"\n  format        = "DOCKER"\n\n  cleanup_policies {\n    id     = "old"\n    action = "DELETE"\n\n    condition {\n      tag_state  = "UNTAGGED"\n      older_than = "30d"\n    }\n  }\n}\n',
  },
});
