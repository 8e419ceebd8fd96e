import { jobRuns } from '../../graph/kubernetes/jobs.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/job-restart-policy-invalid',
  title: 'Job whose pods may restart for ever',
  dimension: 'functionality',
  severity: 'high',
  why: 'The API server takes only Never or OnFailure as the restart policy of a Job, since a Job whose pods always restart never ends. Left out it means Always, and the object is refused.',
  sameAs: ['kube-score:CronJob RestartPolicy'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template'],
  visits: jobRuns,
  judge({ resource, node }) {
    const policy = node.get('template', 'spec', 'restartPolicy');
    if (policy && policy.text() !== 'Always') return;
    return {
      message: `${resource.address} ${policy ? 'sets restartPolicy to Always' : 'leaves restartPolicy out, which means Always'}, and the API server refuses that for a Job: set Never or OnFailure.`,
      at: policy ?? node.get('template', 'spec') ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set restartPolicy to OnFailure',
        edits: [{ op: 'set', in: node, path: ['template', 'spec', 'restartPolicy'], value: 'OnFailure' }],
      },
    };
  },
  examples: {
    bad: `apiVersion: batch/v1
kind: Job
metadata:
  name: export
spec:
  template:
    spec:
      containers:
        - name: export
          image: registry.example.com/export:1.4.2
`,
    good: `apiVersion: batch/v1
kind: Job
metadata:
  name: export
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: export
          image: registry.example.com/export:1.4.2
`,
  },
});
