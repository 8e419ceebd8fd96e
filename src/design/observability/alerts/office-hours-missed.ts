import { officeHoursAccount, officeHoursNames } from '../../office-hours.ts';
import type { Alert } from '../alert.ts';
import { isSilentAtTimes } from '../office-hours.ts';

const { namespace } = officeHoursAccount;
const failed = 'kube_job_failed';
const paused = 'kube_cronjob_spec_suspend';

export const officeHoursMissed: Alert = {
  name: 'OfficeHoursMissed',
  group: 'jobs',
  severity: 'warning',
  runbook: 'office-hours-missed',
  rules: (here) =>
    isSilentAtTimes(here)
      ? [
          {
            expr: `max by (namespace, job_name) (${failed}{namespace="${namespace}", job_name=~"(?:${officeHoursNames.off}|${officeHoursNames.on})-.+", condition="true"}) == 1`,
            for: '1m',
            labels: { of: 'switching' },
            owner: 'system',
            summary: 'Services were not switched by {{ $labels.job_name }}',
            description:
              'Job {{ $labels.job_name }} failed after all of its tries: what should be off costs money, or what should be on is not.',
          },
          {
            expr: `max by (namespace, cronjob) (${paused}{namespace="${namespace}", cronjob=~"${officeHoursNames.off}|${officeHoursNames.on}"}) == 1`,
            for: '1d',
            labels: { of: 'pausing' },
            owner: 'system',
            summary: '{{ $labels.cronjob }} has been paused for a day',
            description:
              'Somebody paused {{ $labels.cronjob }} a day ago, and perhaps forgot it: services stay as they are, by night too.',
          },
        ]
      : [],
  cases() {
    const job = (name: string) => `${failed}{namespace="${namespace}", job_name="${name}", condition="true"}`;
    const cronJob = `${paused}{namespace="${namespace}", cronjob="${officeHoursNames.off}"}`;
    const name = `${officeHoursNames.off}-29401140`;
    return [
      {
        about: 'the job of the evening failed',
        series: { [job(name)]: '1x20' },
        at: '10m',
        fires: [{ labels: { namespace, job_name: name } }],
      },
      { about: 'another job failed', series: { [job('velero-1')]: '1x20' }, at: '10m' },
      {
        about: 'it was paused and forgotten',
        series: { [cronJob]: '1x1500' },
        at: '1450m',
        fires: [{ rule: 1, labels: { namespace, cronjob: officeHoursNames.off } }],
      },
      { about: 'it was paused for an evening', series: { [cronJob]: '1x700 0x800' }, at: '1450m' },
    ];
  },
};
