import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { parseImageReference } from '../../syntax/image-reference.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gcp/service-image-moving',
  title: 'Service whose image changes under it',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'The tag latest means something else after every build, and Cloud Run takes what it means at the moment of a change of anything else: nobody can tell which version runs, and to go back there is nothing to name. Name a version or a digest.',
  sources: ['https://cloud.google.com/run/docs/deploying#revision'],
  visits: resources('google_cloud_run_service', 'google_cloud_run_v2_service', 'google_cloud_run_v2_job'),
  judge({ resource, node }): readonly Fault[] {
    return containersOf(node).flatMap((container) => {
      const image = container.get('image');
      const text = image?.text();
      if (!image || !text) return [];
      const { tag, digest } = parseImageReference(text);
      if (digest || (tag && tag !== 'latest')) return [];
      // the sample image of Google stands in until the pipeline deploys
      if (/^(us-docker\.pkg\.dev\/cloudrun\/container|gcr\.io\/cloudrun)\//.test(text)) return [];
      return [
        {
          message: `${resource.address} runs ${text}, which is another image after the next build: name a version or a digest.`,
          at: image,
          key: text,
        },
      ];
    });
  },
  examples: {
    bad: service('latest'),
    good: service('1.4.2'),
  },
});

function containersOf(node: Node): readonly Node[] {
  return [
    ...node.list('template', 'containers'),
    ...node.list('template', 'template', 'containers'),
    ...node.list('template', 'spec', 'containers'),
  ];
}

function service(tag: string): string {
  return `resource "google_cloud_run_v2_service" "shop" {
  name     = "shop"
  location = "europe-west3"

  template {
    containers {
      image = "europe-docker.pkg.dev/acme/shop/api:${tag}"
    }
  }
}
`;
}
