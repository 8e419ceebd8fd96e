import { validatedObjects } from '../../graph/kubernetes/validated-objects.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/unknown-field',
  title: 'Field that the Kubernetes API does not have',
  dimension: 'functionality',
  severity: 'high',
  why: 'A field that the API does not know is refused by kubectl and dropped by other clients, so what it was meant to set does not happen: most often it is misspelt, or indented under the wrong parent. Correct it, or move it to where it belongs.',
  sameAs: ['kube-linter:schema-validation', 'kubeconform:schema'],
  sources: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation'],
  visits: validatedObjects,
  judge({ violations }) {
    return violations
      .filter(({ kind }) => kind === 'unknown-field')
      .map(({ path, node, message }) => ({
        key: path,
        at: node,
        message: `${capital(message)}${message.endsWith('?') ? '' : '.'} kubectl refuses the object and other clients drop the field, so it has no effect: correct it or take it out.`,
      }));
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          imagePullpolicy: Always
      securityContext:
        readOnlyRootFilesystem: true
`,
    good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          imagePullPolicy: Always
          securityContext:
            readOnlyRootFilesystem: true
`,
  },
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
