import { isTemplated } from '../../graph/gitops/argo-cd.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'argo-cd/project-chosen-by-generator',
  title: 'Project that outsiders of a generator choose',
  dimension: 'security',
  severity: 'high',
  why: 'Generators over pull requests and repositories of an organisation hand text to the template that whoever opens a pull request or creates a repository chooses. A project made of it lets them pick the one with the most rights.',
  controls: ['soc2:CC6.3'],
  sources: ['https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Security/'],
  visits: resources('ApplicationSet.argoproj.io'),
  judge({ resource, node }) {
    const project = textAt(node, 'spec', 'template', 'spec', 'project');
    const generator = ['pullRequest', 'scmProvider'].find((name) =>
      itemsAt(node, 'spec', 'generators').some(
        (one) => one.peek(name) || itemsAt(one, 'matrix', 'generators').some((inner) => inner.peek(name)),
      ),
    );
    if (!generator || !isTemplated(project)) return;
    return {
      message: `${resource.address} takes its project from the generator ${generator}, whose texts people outside of the team choose: write the project out.`,
      at: node.get('spec', 'template', 'spec', 'project')!,
    };
  },
  examples: {
    bad: `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: previews
  namespace: argocd
spec:
  generators:
    - pullRequest:
        github: { owner: example, repo: shop }
  template:
    metadata: { name: 'preview-{{number}}' }
    spec:
      project: '{{branch_slug}}'
      source: { repoURL: https://github.com/example/shop, path: deploy, targetRevision: '{{head_sha}}' }
      destination: { server: https://kubernetes.default.svc, namespace: previews }
`,
    good: `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: previews
  namespace: argocd
spec:
  generators:
    - pullRequest:
        github: { owner: example, repo: shop }
  template:
    metadata: { name: 'preview-{{number}}' }
    spec:
      project: previews
      source: { repoURL: https://github.com/example/shop, path: deploy, targetRevision: '{{head_sha}}' }
      destination: { server: https://kubernetes.default.svc, namespace: previews }
`,
  },
});
