import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Types of services that Google has shut down, since when, and what came instead. Source: the announcement of each. */
const retired: Readonly<Record<string, readonly [since: string, instead: string]>> = {
  google_container_registry: ['March 2025', 'google_artifact_registry_repository'],
  google_cloudiot_registry: ['August 2023', 'a broker of your own or of a partner'],
  google_cloudiot_device: ['August 2023', 'a broker of your own or of a partner'],
  google_game_services_realm: ['June 2023', 'Agones on GKE'],
  google_game_services_game_server_cluster: ['June 2023', 'Agones on GKE'],
  google_notebooks_instance: ['April 2025', 'google_workbench_instance'],
  google_notebooks_runtime: ['April 2025', 'google_workbench_instance'],
  google_ml_engine_model: ['January 2025', 'Vertex AI'],
};

export default check({
  id: 'gcp/resource-type-retired',
  title: 'Resource of a service that is shut down',
  dimension: 'functionality',
  severity: 'medium',
  why: 'Google has shut this service down: the resource can no longer be made, and a plan that touches it fails. What took its place is not a change of a name, so that it is better done before somebody needs the next apply.',
  sources: [
    'https://cloud.google.com/artifact-registry/docs/transition/prepare-gcr-shutdown',
    'https://cloud.google.com/vertex-ai/docs/deprecations',
  ],
  visits: resources(
    ...Object.keys(retired),
    'google_artifact_registry_repository',
    'google_workbench_instance',
  ),
  judge({ resource }) {
    const found = retired[resource.type];
    if (!found) return;
    const [since, instead] = found;
    return {
      message: `${resource.address} is of a service that Google shut down in ${since}: move to ${instead}, and take it out.`,
    };
  },
  examples: {
    bad: 'resource "google_container_registry" "images" {\n  project  = "acme-shop"\n  location = "EU"\n}\n',
    good: 'resource "google_artifact_registry_repository" "images" {\n  repository_id = "images"\n  format        = "DOCKER"\n}\n',
  },
});
