import { isHook, jobRuns } from '../../graph/kubernetes/jobs.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/finished-job-kept',
  title: 'Finished job that nobody clears away',
  dimension: 'cost',
  severity: 'info',
  why: 'A Job that has ended stays with its pods until it is deleted: they fill the database of the cluster and hold their volumes, and one that is applied again under the same name is refused. ttlSecondsAfterFinished clears it away.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/'],
  visits: jobRuns,
  judge({ resource, node, scheduled }) {
    // a CronJob keeps a few by itself
    if (scheduled || isHook(resource) || node.has('ttlSecondsAfterFinished')) return;
    return {
      message: `${resource.address} stays with its pods after it has ended: set ttlSecondsAfterFinished, such as 86400 for a day.`,
      at: node,
    };
  },
  examples: {
    bad: `apiVersion: batch/v1
kind: Job
metadata: { name: import, namespace: shop }
spec:
  activeDeadlineSeconds: 3600
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
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - { name: import, image: registry.example.com/import:1.4.2 }
`,
  },
});
