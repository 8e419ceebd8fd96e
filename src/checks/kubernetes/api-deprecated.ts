import { replacementFix } from '../../graph/kubernetes/api-replacement.ts';
import { apiObjects } from '../../graph/kubernetes/validated-objects.ts';
import { deprecationOf } from '../../read/kubernetes/deprecations.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/api-deprecated',
  title: 'API version that is going away',
  dimension: 'functionality',
  severity: 'low',
  why: 'Kubernetes still serves this API version and has announced its end. Moving now costs an edit; after the upgrade that removes it, the release fails. Managed clusters are upgraded for you when their support ends.',
  sameAs: [
    'kics:k8s/object_is_using_a_deprecated_api_version',
    'kube-no-trouble:deprecated-132',
    'kube-score:Stable version',
    'trivy:KSV-0107',
  ],
  sources: ['https://kubernetes.io/docs/reference/using-api/deprecation-policy/'],
  visits: apiObjects,
  judge(object) {
    const { apiVersion, kind, node, schemas } = object;
    const deprecation = deprecationOf(apiVersion, kind);
    if (deprecation?.deprecatedIn === undefined || deprecation.deprecatedIn > schemas.minor) return;
    const { deprecatedIn, removedIn, replacement } = deprecation;
    if (removedIn !== undefined && removedIn <= schemas.minor) return;
    const end = removedIn === undefined ? '' : ` and goes away in 1.${removedIn}`;
    return {
      at: node.peek('apiVersion') ?? node,
      message: `${kind} of ${apiVersion} is deprecated since Kubernetes 1.${deprecatedIn}${end}: ${replacement ? `use ${replacement} instead` : 'plan for doing without it'}.`,
      ...replacementFix(object, replacement),
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Endpoints
metadata:
  name: database
subsets:
  - addresses:
      - ip: 10.20.0.15
    ports:
      - port: 5432
`,
    good: `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: database
  labels:
    kubernetes.io/service-name: database
addressType: IPv4
endpoints:
  - addresses: ["10.20.0.15"]
ports:
  - port: 5432
`,
  },
});
