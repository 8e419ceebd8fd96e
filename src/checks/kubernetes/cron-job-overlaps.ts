import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/cron-job-overlaps',
  title: 'CronJob whose runs may overlap',
  dimension: 'reliability',
  severity: 'low',
  why: 'By default a CronJob starts its next run while the last one still works. Runs that take longer than usual then pile up, work on the same data, and slow each other down further.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy'],
  visits: resources('CronJob'),
  judge({ resource, node }) {
    const policy = node.get('spec', 'concurrencyPolicy');
    if (policy && policy.text() !== 'Allow') return;
    // who writes it means it
    const severity = policy ? 'info' : 'low';
    return {
      message: `Runs of ${resource.address} may overlap when one takes longer than usual: set concurrencyPolicy to Forbid or Replace, unless they are independent of each other.`,
      at: policy ?? node.get('spec', 'schedule') ?? node,
      severity,
    };
  },
  examples: {
    bad: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: export
spec:
  schedule: "15 2 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: export
              image: registry.example.com/export:1.4.2
`,
    good: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: export
spec:
  schedule: "15 2 * * *"
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      activeDeadlineSeconds: 3600
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: export
              image: registry.example.com/export:1.4.2
`,
  },
});
