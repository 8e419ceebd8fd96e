import { containers } from '../../graph/kubernetes/pods.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/duplicate-environment-variable',
  title: 'Environment variable set twice',
  dimension: 'iac-quality',
  severity: 'medium',
  why: 'Where a container sets a variable twice the last one counts, whatever a person reads first, and tools that merge lists by name (server-side apply, patches) refuse or lose one of them.',
  sameAs: [
    'kube-linter:duplicate-env-var',
    'kube-score:Environment Variable Key Duplication',
    'kubescape:duplicate-env-var',
  ],
  sources: [
    'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
  ],
  visits: containers,
  judge({ node, name }) {
    const last = new Map<string, Node>();
    const faults: Fault[] = [];
    for (const variable of node.list('env')) {
      const key = variable.text('name') ?? '';
      const first = last.get(key);
      last.set(key, variable);
      if (!first) continue;
      const same = JSON.stringify(first.plain()) === JSON.stringify(variable.plain());
      faults.push({
        message: `Container ${name} sets ${key} twice${same ? ' to the same value' : ', and only the last value counts'}: take the first out.`,
        at: first,
        key,
        severity: same ? 'low' : 'medium',
        fix: {
          safety: same ? 'safe' : 'unsafe',
          summary: `take out the first ${key}, which has no effect`,
          edits: [{ op: 'remove', node: first }],
        },
      });
    }
    return faults;
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
          env:
            - { name: LOG_LEVEL, value: debug }
            - { name: REGION, value: eu }
            - { name: LOG_LEVEL, value: info }
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
          env:
            - { name: REGION, value: eu }
            - { name: LOG_LEVEL, value: info }
`,
  },
});
