import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/cron-job-history-off',
  title: 'CronJob that forgets its failures',
  dimension: 'observability',
  severity: 'low',
  why: 'With failedJobsHistoryLimit: 0 a failed run is deleted together with its pods and logs as soon as it has failed. Nobody can see that it did, nor why, and metrics that count failed Jobs stay at zero.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#jobs-history-limits'],
  visits: resources('CronJob'),
  judge({ resource, node }) {
    const limit = node.get('spec', 'failedJobsHistoryLimit');
    if (limit?.amount() !== 0) return;
    return {
      message: `${resource.address} keeps no failed run, so its logs and the fact that it failed are gone at once: keep at least one.`,
      at: limit,
      fix: {
        safety: 'safe',
        summary: 'keep the last failed run',
        edits: [{ op: 'replace', node: limit, value: 1 }],
      },
    };
  },
  examples: {
    bad: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: export
spec:
  schedule: "15 2 * * *"
  failedJobsHistoryLimit: 0
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
  failedJobsHistoryLimit: 3
  jobTemplate:
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
