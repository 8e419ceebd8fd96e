import type { Recorded } from '../alert.ts';
import type { Here } from '../here.ts';

/** When the last failed run of each scheduled job began. */
export function jobRecords({ environment, teams }: Here): readonly Recorded[] {
  if (environment.jobs.length === 0) return [];
  return [
    {
      record: 'job:failed:start_time',
      expr: [
        'max by (namespace, cronjob) (',
        '  label_replace(',
        '    kube_job_status_start_time',
        '    * on (namespace, job_name) group_left (owner_name) kube_job_owner{owner_kind="CronJob"}',
        `    and on (namespace, job_name) kube_job_failed{namespace=~"${teams}", condition="true"} == 1,`,
        '    "cronjob", "$1", "owner_name", "(.+)"',
        '  )',
        ')',
      ].join('\n'),
    },
  ];
}
