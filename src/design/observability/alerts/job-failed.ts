import type { Alert } from '../alert.ts';

export const jobFailed: Alert = {
  name: 'JobFailed',
  group: 'jobs',
  severity: 'warning',
  runbook: 'job-failed',
  rules: ({ environment }) =>
    environment.jobs.length === 0
      ? []
      : [
          {
            // a failed job stays for a day: it counts only until one of the same kind has succeeded after it
            expr: [
              'job:failed:start_time',
              'unless on (namespace, cronjob) (',
              '  max by (namespace, cronjob) (kube_cronjob_status_last_successful_time) > job:failed:start_time',
              ')',
            ].join('\n'),
            for: '1m',
            owner: 'by-namespace',
            summary: 'Job {{ $labels.cronjob }} failed',
            description:
              'The last run of {{ $labels.cronjob }} in {{ $labels.namespace }} failed after all of its tries, and none has succeeded since.',
          },
        ],
  cases({ environment }) {
    const [job] = environment.jobs;
    if (!job) return [];
    const { namespace, name: cronjob } = job;
    const run = `namespace="${namespace}", job_name="${cronjob}-1"`;
    const failed = {
      [`kube_job_status_start_time{${run}}`]: '1000x20',
      [`kube_job_owner{${run}, owner_kind="CronJob", owner_name="${cronjob}"}`]: '1x20',
      [`kube_job_failed{${run}, condition="true"}`]: '1x20',
    };
    const succeeded = `kube_cronjob_status_last_successful_time{namespace="${namespace}", cronjob="${cronjob}"}`;
    return [
      {
        about: 'it failed after it had succeeded',
        series: { ...failed, [succeeded]: '500x20' },
        at: '10m',
        fires: [{ labels: { namespace, cronjob } }],
      },
      {
        about: 'it failed and has never succeeded',
        series: failed,
        at: '10m',
        fires: [{ labels: { namespace, cronjob } }],
      },
      { about: 'it has succeeded since it failed', series: { ...failed, [succeeded]: '2000x20' }, at: '10m' },
    ];
  },
};
