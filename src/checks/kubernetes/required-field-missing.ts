import { needRendered } from '../../graph/kubernetes/presence.ts';
import { validatedObjects } from '../../graph/kubernetes/validated-objects.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/required-field-missing',
  title: 'Required field that is not set',
  dimension: 'functionality',
  severity: 'high',
  why: 'The API server refuses an object that lacks a required field, and with it often the whole release. Where a whole block seems to be missing, it is mostly there under the wrong name or at the wrong indentation.',
  sameAs: ['kube-linter:schema-validation', 'kubeconform:schema'],
  sources: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  visits: validatedObjects,
  judge({ resource, node, violations }) {
    const faults = violations
      .filter(({ kind }) => kind === 'required-missing')
      .map(({ path, node: at, message }) => ({
        key: path,
        at,
        message: `The API server refuses this object, because ${message} and is not set.`,
      }));
    if (faults.length > 0) needRendered(resource);
    if (resource.name !== '') return faults;
    const message =
      'The API server refuses this object, because it has neither `metadata.name` nor `metadata.generateName`: give it a name.';
    return [{ key: 'metadata.name', at: node, message }, ...faults];
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
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
`,
  },
});
