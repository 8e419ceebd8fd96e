import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-image-policy-missing',
  title: 'GKE cluster that runs every image',
  dimension: 'security',
  severity: 'low',
  why: 'Anybody who may create a pod may run any image from anywhere. Binary Authorization admits only images from the registries that are named, or that the pipeline has signed, and can first merely report.',
  sameAs: ['checkov:CKV_GCP_66'],
  controls: ['cis-gke:5.10.4', 'soc2:CC6.8'],
  sources: ['https://cloud.google.com/binary-authorization/docs/overview'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    const mode = node.get('binary_authorization', 'evaluation_mode');
    const text = mode?.text();
    if (text !== undefined && text !== 'DISABLED' && text !== 'EVALUATION_MODE_UNSPECIFIED') return;
    // the argument of providers before version 5
    const enabled = node.get('enable_binary_authorization') ?? node.get('binary_authorization', 'enabled');
    if (enabled?.flag() === true) return;
    return {
      message: `${resource.address} runs whatever image a pod names: set binary_authorization.evaluation_mode to "PROJECT_SINGLETON_POLICY_ENFORCE", and write the policy.`,
      at: mode ?? enabled ?? node,
      ...(!enabled && {
        fix: {
          safety: 'unsafe',
          summary: 'enforce the policy of the project (which admits everything until it is written)',
          edits: [
            {
              op: 'set',
              in: node,
              path: ['binary_authorization', 'evaluation_mode'],
              value: 'PROJECT_SINGLETON_POLICY_ENFORCE',
            },
          ],
        },
      }),
      ...(isNonProduction(resource) && { severity: 'info' }),
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n\n  binary_authorization {\n    evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"\n  }\n}\n',
  },
});
