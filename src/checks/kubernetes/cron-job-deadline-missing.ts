import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Source: Kubernetes documentation, CronJob: the controller checks each job every 10 seconds. */
const controllerSeconds = 10;

export default check({
  id: 'kubernetes/cron-job-deadline-missing',
  title: 'CronJob that may stop for good',
  dimension: 'reliability',
  severity: 'low',
  why: 'After more than 100 missed start times, as after a long outage or suspension, a CronJob without startingDeadlineSeconds is not started any more until a person steps in. With a deadline only the times within it count. A deadline under ten seconds may keep it from starting at all, since the controller looks every ten seconds.',
  sameAs: ['kics:k8s/cronjob_deadline_not_configured', 'kube-score:CronJob has deadline'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#cron-job-limitations'],
  visits: resources('CronJob'),
  judge({ resource, node }) {
    const deadline = node.get('spec', 'startingDeadlineSeconds');
    const seconds = deadline?.amount();
    if (!deadline)
      return {
        message: `${resource.address} sets no startingDeadlineSeconds, so after 100 missed starts it is never started again: set it to how late a run may still begin.`,
        at: node.get('spec', 'schedule') ?? node,
      };
    if (seconds === undefined || seconds >= controllerSeconds) return;
    return {
      message: `${resource.address} allows ${seconds} s of delay, and the controller looks every ${controllerSeconds} s, so runs are left out: allow a minute at least.`,
      at: deadline,
      severity: 'medium',
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
  startingDeadlineSeconds: 600
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
