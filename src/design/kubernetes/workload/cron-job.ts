import type { Job } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { labelsOf } from '../labels.ts';
import { meshAnnotations } from '../mesh/annotations.ts';
import type { Site } from '../site.ts';
import { containerOf } from './container.ts';
import { podOf } from './pod.ts';

const never = '0 0 1 1 *';

/** When it comes due here; where that differs, a chart reads it from its values. */
function timesOf({ name, schedule }: Job, { architecture, vary }: Site): YamlMap {
  const suspended = {
    schedule: why(
      never,
      `Never comes due while it is suspended: kubectl create job --from=cronjob/${name} starts it.`,
    ),
    suspend: true,
  };
  const all = architecture.environments.flatMap(({ jobs }) => jobs.filter((one) => one.name === name));
  if (all.every((one) => one.schedule === schedule)) return schedule === undefined ? suspended : { schedule };
  if (architecture.delivery.packaging === 'kustomize')
    return schedule === undefined ? suspended : { schedule, suspend: false };
  return { schedule: vary('schedule', schedule ?? never), suspend: vary('suspend', schedule === undefined) };
}

/** A job by the clock; one that people start is kept suspended, and made a Job of when it is wanted. */
export function cronJobOf(job: Job, site: Site): YamlMap {
  const { name, namespace } = job;
  const labels = labelsOf(job);
  const annotations = meshAnnotations(job, site);
  const template = {
    metadata: { labels, ...(annotations && { annotations }) },
    spec: podOf(job, site, containerOf(job, site, {}), {
      restartPolicy: 'Never',
      priorityClassName: 'batch',
      terminationGracePeriodSeconds: 30,
    }),
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, namespace, labels },
    spec: {
      ...timesOf(job, site),
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: why(600, 'Later than that it waits for its next turn.'),
      // they clear away what has ended; a time to live beside them would take failures before anybody looks
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        metadata: { labels },
        spec: {
          activeDeadlineSeconds: job.timeoutSeconds,
          backoffLimit: job.retries,
          podFailurePolicy: {
            rules: [
              {
                action: why('Ignore', 'A node that is taken back is no failure of the job.'),
                onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }],
              },
            ],
          },
          template,
        },
      },
    },
  };
}
