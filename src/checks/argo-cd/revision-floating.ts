import { argoApplications, isTemplated } from '../../graph/gitops/argo-cd.ts';
import { standsInProduction } from '../../graph/kubernetes/stage.ts';
import { isTriedOut } from '../../graph/kubernetes/tried-out.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'argo-cd/revision-floating',
  title: 'Application on a version that moves by itself',
  dimension: 'reliability',
  severity: 'low',
  why: 'A chart given by a range is upgraded as soon as somebody publishes a version, in all environments at once and without a review; what ran yesterday cannot be told from Git. A branch does the same for production. Name a version, and let a bot propose the next one.',
  controls: ['soc2:CC8.1'],
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/'],
  visits: argoApplications,
  judge({ resource, node, sources }) {
    // where people sync by hand, nothing that is pushed runs before somebody has looked at it
    const automated = node.get('syncPolicy', 'automated');
    const isAutomated = automated !== undefined && automated.get('enabled')?.flag() !== false;
    return sources.flatMap((source): Fault[] => {
      if (isTemplated(source.revision) || isTemplated(source.chart)) return [];
      const at = source.node.peek('targetRevision') ?? source.node;
      if (source.chart) {
        if (/^v?\d+(?:\.\d+){1,2}(?:[-+][\w.+-]+)?$/.test(source.revision)) return [];
        return [
          {
            message: `${resource.address} takes chart ${source.chart} in whatever version fits ${source.revision || 'nothing in particular'}: name one version, so that an upgrade is a commit.`,
            at,
            key: source.chart,
            ...(!isTriedOut(resource) && { severity: 'medium' as const }),
          },
        ];
      }
      if (!isAutomated || !standsInProduction(resource) || /\d/.test(source.revision)) return [];
      return [
        {
          message: `${resource.address} is production and follows ${source.revision || 'HEAD'} of ${source.repository}: whatever is pushed there runs at once. Name a tag, or promote by a branch of its own.`,
          at,
          key: source.repository,
          severity: 'info',
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://charts.example.com
    chart: shop
    targetRevision: '>=1.4'
  destination: { server: https://kubernetes.default.svc, namespace: shop }
`,
    good: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://charts.example.com
    chart: shop
    targetRevision: 1.4.2
  destination: { server: https://kubernetes.default.svc, namespace: shop }
`,
  },
});
