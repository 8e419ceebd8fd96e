import type { Job } from '../../workload.ts';
import type { Alert } from '../alert.ts';
import { longestGap } from '../cron.ts';

const succeeded = 'kube_cronjob_status_last_successful_time';

export const jobNotOnTime: Alert = {
  name: 'JobNotOnTime',
  group: 'jobs',
  severity: 'warning',
  runbook: 'job-not-on-time',
  rules: ({ environment }) =>
    environment.jobs.filter(isScheduled).map((job) => {
      const matcher = `{namespace="${job.namespace}", cronjob="${job.name}"}`;
      return {
        // one that has never succeeded counts from when it was made
        expr: `time() - max by (namespace, cronjob) (${succeeded}${matcher} or on (namespace, cronjob) kube_cronjob_created${matcher}) > ${latest(job)}`,
        for: '5m',
        // two rules of one name and the same labels are one rule twice
        labels: { cronjob: job.name },
        owner: 'by-namespace' as const,
        summary: '{{ $labels.cronjob }} has not succeeded when it should have',
        description: `The schedule of ${job.name} is ${job.schedule} UTC and it may take ${hours(job.timeoutSeconds)}, but its last success is more than ${hours(latest(job))} ago.`,
      };
    }),
  cases({ environment }) {
    const [job] = environment.jobs.filter(isScheduled);
    if (!job) return [];
    const labels = { namespace: job.namespace, cronjob: job.name };
    const matcher = `{namespace="${job.namespace}", cronjob="${job.name}"}`;
    // the clock of promtool starts at zero, so what lies before is negative
    const long = `-${latest(job) + 600}x20`;
    return [
      {
        about: 'its last success is too long ago',
        series: { [`${succeeded}${matcher}`]: long, [`kube_cronjob_created${matcher}`]: `${long}` },
        at: '10m',
        fires: [{ labels }],
      },
      {
        about: 'it has never succeeded',
        series: { [`kube_cronjob_created${matcher}`]: long },
        at: '10m',
        fires: [{ labels }],
      },
      {
        about: 'it is old and has succeeded lately',
        series: { [`${succeeded}${matcher}`]: '0x20', [`kube_cronjob_created${matcher}`]: long },
        at: '10m',
      },
    ];
  },
};

function isScheduled({ schedule }: Job): boolean {
  return schedule !== undefined;
}

/** Seconds after a success within which the next has to be there, with half an hour to spare. */
function latest({ schedule, timeoutSeconds }: Job): number {
  return longestGap(schedule!) + timeoutSeconds + 1800;
}

function hours(seconds: number): string {
  return seconds < 7200
    ? `${Math.round(seconds / 60)} minutes`
    : `${Math.round((seconds / 3600) * 10) / 10} hours`;
}
