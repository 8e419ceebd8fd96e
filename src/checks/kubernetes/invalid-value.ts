import { validatedObjects } from '../../graph/kubernetes/validated-objects.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/invalid-value',
  title: 'Value that the Kubernetes API does not take',
  dimension: 'functionality',
  severity: 'high',
  why: 'Some fields take one of a few words, a quantity such as 500m or 1.5Gi, or base64. The API server refuses an object with anything else in them, and with it often the whole release.',
  sameAs: ['kube-linter:schema-validation', 'kubeconform:schema'],
  sources: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  visits: validatedObjects,
  judge({ violations }) {
    return violations
      .filter(({ kind }) => kind === 'invalid-value')
      .map(({ path, node, message }) => ({
        key: path,
        at: node,
        message: `The API server refuses this object, because ${message.replace(/[?.]?$/, (end) => end || '.')}`,
      }));
  },
  examples: {
    bad: `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  restartPolicy: always
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      resources:
        limits: { memory: 128MB }
`,
    good: `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  restartPolicy: Always
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      resources:
        limits: { memory: 128Mi }
`,
  },
});
