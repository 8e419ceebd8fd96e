import { validatedCustomResources } from '../../graph/kubernetes/validated-objects.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/custom-resource-invalid',
  title: 'Custom resource that does not fit its definition',
  dimension: 'functionality',
  severity: 'high',
  why: 'The definition in this repository says which fields its custom resources have. The API server refuses what does not fit it and silently drops fields that it does not have, so the operator never sees what was meant.',
  sameAs: ['kubeconform:schema'],
  sources: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation',
  ],
  visits: validatedCustomResources,
  judge({ violations }) {
    return violations.map(({ kind, path, node, message }) => ({
      key: `${kind} ${path}`,
      at: node,
      message: `This does not fit its CustomResourceDefinition in this repository: ${message}${message.endsWith('?') ? '' : '.'} ${kind === 'unknown-field' ? 'The API server drops the field, so it has no effect.' : 'The API server refuses the object.'}`,
    }));
  },
  examples: {
    bad: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: databases.example.com
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Database, plural: databases }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [engine]
              properties:
                engine: { type: string, enum: [postgres, mysql] }
                replicas: { type: integer, minimum: 1 }
---
apiVersion: example.com/v1
kind: Database
metadata:
  name: orders
spec:
  engine: postgress
  replica: 3
`,
    good: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: databases.example.com
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Database, plural: databases }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [engine]
              properties:
                engine: { type: string, enum: [postgres, mysql] }
                replicas: { type: integer, minimum: 1 }
---
apiVersion: example.com/v1
kind: Database
metadata:
  name: orders
spec:
  engine: postgres
  replicas: 3
`,
  },
});
