import { quotingFix } from '../../graph/kubernetes/quoting-fix.ts';
import { validatedObjects } from '../../graph/kubernetes/validated-objects.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/wrong-type',
  title: 'Field of the wrong type',
  dimension: 'functionality',
  severity: 'high',
  why: 'The API server refuses an object in which a field has the wrong type, and with it often the whole release. It is mostly a matter of quotes: a number or a boolean in an environment variable, a label or an annotation has to be quoted, a port or a number of replicas must not be.',
  sameAs: ['kube-linter:schema-validation', 'kubeconform:schema'],
  sources: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation'],
  visits: validatedObjects,
  judge({ violations }) {
    return violations
      .filter(({ kind }) => kind === 'wrong-type')
      .map((violation) => ({
        key: violation.path,
        at: violation.node,
        message: `The API server refuses this object, because ${violation.message}.`,
        ...quotingFix(violation),
      }));
  },
  examples: {
    bad: `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      env:
        - name: PORT
          value: 8080
      ports:
        - containerPort: "8080"
`,
    good: `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      env:
        - name: PORT
          value: "8080"
      ports:
        - containerPort: 8080
`,
  },
});
