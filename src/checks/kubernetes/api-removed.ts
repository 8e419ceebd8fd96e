import { replacementFix } from '../../graph/kubernetes/api-replacement.ts';
import { apiObjects } from '../../graph/kubernetes/validated-objects.ts';
import { deprecationOf } from '../../read/kubernetes/deprecations.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/api-removed',
  title: 'API version that the cluster no longer serves',
  dimension: 'functionality',
  severity: 'high',
  why: 'Kubernetes stops serving old API versions. From that version on the object cannot be created or changed, and a release that holds it fails as a whole. Move to the API version that replaced it; where the structure changed, the migration guide says how.',
  sameAs: [
    'gatekeeper:verifydeprecatedapi/verifydeprecatedapi-1.16',
    'gatekeeper:verifydeprecatedapi/verifydeprecatedapi-1.22',
    'gatekeeper:verifydeprecatedapi/verifydeprecatedapi-1.25',
    'gatekeeper:verifydeprecatedapi/verifydeprecatedapi-1.26',
    'gatekeeper:verifydeprecatedapi/verifydeprecatedapi-1.27',
    'gatekeeper:verifydeprecatedapi/verifydeprecatedapi-1.29',
    'kics:k8s/object_is_using_a_deprecated_api_version',
    'kube-linter:no-extensions-v1beta',
    'kube-no-trouble:deprecated-122',
    'kube-no-trouble:deprecated-125',
    'kube-no-trouble:deprecated-126',
    'kube-no-trouble:deprecated-127',
    'kube-no-trouble:deprecated-129',
    'kube-no-trouble:deprecated-132',
    'kube-score:Stable version',
    'kyverno:check-deprecated-apis/validate-v1-25-removals',
    'kyverno:check-deprecated-apis/validate-v1-29-removals',
    'kyverno:check-deprecated-apis/validate-v1-32-removals',
    'trivy:KSV-0107',
  ],
  sources: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/'],
  visits: apiObjects,
  judge(object) {
    const { apiVersion, kind, node, schemas } = object;
    const deprecation = deprecationOf(apiVersion, kind);
    if (deprecation?.removedIn === undefined || deprecation.removedIn > schemas.minor) return;
    const { removedIn, replacement } = deprecation;
    const instead = replacement
      ? `use ${replacement} instead`
      : 'there is no replacement in Kubernetes: take the object out, or use what took over its task';
    return {
      at: node.peek('apiVersion') ?? node,
      message: `Kubernetes serves ${kind} of ${apiVersion} no longer since 1.${removedIn}, so it cannot be applied: ${instead}.`,
      ...replacementFix(object, replacement),
    };
  },
  examples: {
    bad: `apiVersion: batch/v1beta1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 4 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example.com/report:2.0.1
`,
    good: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 4 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example.com/report:2.0.1
`,
  },
});
