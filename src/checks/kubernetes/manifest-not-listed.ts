import type { Selector, Subject } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** What is applied by hand beside what it points at: delivery of the folder itself, and the place for it. */
const appliedFirst =
  /^(?:Namespace|CustomResourceDefinition|Application(?:Set)?\.argoproj\.io|.+\.fluxcd\.io)$/;

export default check({
  id: 'kubernetes/manifest-not-listed',
  title: 'Manifest that no kustomization lists',
  dimension: 'functionality',
  severity: 'info',
  why: 'A folder with a kustomization is applied by it (kubectl apply -k, Argo CD, Flux), and what it does not list stays out: a change of that file never reaches the cluster. It is judged here as if somebody applied it by itself.',
  sources: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/'],
  visits: manifestFiles(),
  judge({ resource }) {
    const { unlistedIn } = resource;
    if (!unlistedIn || appliedFirst.test(resource.type)) return;
    const { path } = resource.body.file;
    return {
      message: `${unlistedIn} does not list ${path.slice(path.lastIndexOf('/') + 1)}, so whoever applies the folder leaves it out: list it, or move it to where its use is clear.`,
    };
  },
  examples: {
    bad: {
      'k8s/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n\nresources:\n  - settings.yaml\n',
      'k8s/settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n',
      'k8s/limits.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: limits\n',
    },
    good: {
      'k8s/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n\nresources:\n  - settings.yaml\n  - limits.yaml\n',
      'k8s/settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n',
      'k8s/limits.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: limits\n',
    },
  },
});

/** Files of manifests, each by the first of its objects. */
function manifestFiles(): Selector<Subject> {
  return {
    of: 'files of manifests',
    find: (graph) => {
      const first = new Map<string, Resource>();
      for (const resource of graph.resources) {
        const { path } = resource.body.file;
        if (resource.source === 'kubernetes' && !first.has(path)) first.set(path, resource);
      }
      return [...first.values()].map((resource) => ({ resource, node: resource.body }));
    },
  };
}
