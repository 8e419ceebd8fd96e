import { jobRuns } from '../../graph/kubernetes/jobs.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/job-retried-without-end',
  title: 'Job that is tried again and again',
  dimension: 'reliability',
  severity: 'low',
  why: 'A job that fails for a reason fails the next time too: with dozens of attempts it hides the failure for hours, and repeats whatever it did halfway. Few attempts, and an alert, tell somebody today.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy'],
  visits: jobRuns,
  judge({ resource, node }) {
    const at = node.get('backoffLimit');
    const attempts = at?.amount();
    if (!at || attempts === undefined || attempts <= 20 || node.has('podFailurePolicy')) return;
    return {
      message: `${resource.address} is tried ${attempts} times before anybody hears of it: lower backoffLimit to about 3.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: batch/v1
kind: Job
metadata: { name: import, namespace: shop }
spec:
  activeDeadlineSeconds: 3600
  backoffLimit: 100
  template:
    spec:
      restartPolicy: Never
      containers:
        - { name: import, image: registry.example.com/import:1.4.2 }
`,
    good: `apiVersion: batch/v1
kind: Job
metadata: { name: import, namespace: shop }
spec:
  activeDeadlineSeconds: 3600
  backoffLimit: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - { name: import, image: registry.example.com/import:1.4.2 }
`,
  },
});
