import { isHook, jobRuns } from '../../graph/kubernetes/jobs.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/job-deadline-missing',
  title: 'Job that may run for ever',
  dimension: 'reliability',
  severity: 'low',
  why: 'A Job gives up after some failures, not after some time: a run that hangs stays, holds what it requested and reports nothing. In a CronJob that forbids concurrency it also keeps every later run from starting.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup'],
  visits: jobRuns,
  judge({ resource, node, scheduled }) {
    if (isHook(resource) || node.has('activeDeadlineSeconds')) return;
    if (node.has('template', 'spec', 'activeDeadlineSeconds')) return;
    const policy = scheduled ? resource.body.get('spec', 'concurrencyPolicy') : undefined;
    if (policy?.text() === 'Forbid')
      return {
        message: `${resource.address} forbids concurrent runs and sets no activeDeadlineSeconds, so one run that hangs stops all later ones without a word: set it to longer than any good run takes.`,
        at: policy,
        severity: 'medium',
      };
    return {
      message: `${resource.address} sets no activeDeadlineSeconds, so a run that hangs is never ended nor reported: set it to longer than any good run takes.`,
    };
  },
  examples: {
    bad: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: export
spec:
  schedule: "15 2 * * *"
  concurrencyPolicy: Forbid
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
