import type {
  ExposureAsked,
  FunctionAsked,
  JobAsked,
  Objective,
  ServiceAsked,
  WorkloadAsked,
} from '../../blueprint/blueprint.ts';
import type { Datastore } from '../datastore.ts';
import { imageThere } from '../image-copies.ts';
import { tagsOf } from '../names.ts';
import { withoutPullLimit } from '../public-images.ts';
import { traceVariables } from '../traces.ts';
import type { Exposure, FunctionHere, Job, ObjectiveHere, Service, Trigger, Workload } from '../workload.ts';
import { domainIn } from './domain.ts';
import { type Here, isConnected } from './here.ts';
import { needsOf, secretsOf, variablesOf } from './needs.ts';
import { withinHours } from './within-hours.ts';

function workloadOf(asked: WorkloadAsked, datastores: readonly Datastore[], here: Here): Workload {
  const { services, jobs, functions } = here.blueprint;
  const owner = here.ownerOf(asked.owner);
  const needs = needsOf(asked, here);
  return {
    name: asked.name,
    ...(asked.formerly === undefined ? {} : { formerly: asked.formerly }),
    owner,
    namespace: owner.name,
    tags: tagsOf(here.named, asked.name, owner),
    needs,
    calledBy: [...services, ...jobs, ...functions]
      .filter((one) => one.needs.includes(asked.name))
      .map(({ name }) => name),
    variables: {
      ...(here.choices.compute === 'eks' && !('runtime' in asked) ? traceVariables(asked.name) : {}),
      ...variablesOf(asked, needs, datastores, here),
    },
    secrets: secretsOf(asked, needs, datastores, here),
    egress: asked.egress,
  };
}

/** A service as it is in one environment. */
export function resolveService(asked: ServiceAsked, datastores: readonly Datastore[], here: Here): Service {
  const { asked: env, choices } = here;
  // one replica fewer than two would leave nothing to spread, whatever the size of the environment
  const min = Math.max(Math.min(2, asked.scale.min), Math.ceil(asked.scale.min * env.size));
  const slo = objectiveOf(asked.slo, here);
  return {
    ...workloadOf(asked, datastores, here),
    kind: 'service',
    image: imageIn(asked.image, here),
    port: asked.port,
    protocol: asked.protocol,
    health: asked.health,
    metrics: asked.metrics,
    command: asked.command,
    scale: { min, max: Math.max(min, Math.ceil(asked.scale.max * env.size)), cpu: asked.scale.cpu },
    requests: asked.resources,
    limits: { memoryMi: asked.resources.memoryMi },
    ...(asked.expose ? { expose: exposureOf(asked.expose, here) } : {}),
    slo,
    strategy: choices.strategyOf(asked),
    spot: choices.spot > 0 && asked.stateless && min > 1,
    maxUnavailable: 1,
    priority:
      env.production && (asked.expose !== undefined || slo.availability > 99.9) ? 'critical' : 'standard',
    graceSeconds: 45,
  };
}

/** A job as it is in one environment. */
export function resolveJob(asked: JobAsked, datastores: readonly Datastore[], here: Here): Job {
  const schedule = asked.schedule === undefined ? undefined : withinHours(asked.schedule, here.schedule);
  return {
    ...workloadOf(asked, datastores, here),
    kind: 'job',
    image: imageIn(asked.image, here),
    command: asked.command,
    ...(schedule === undefined ? {} : { schedule }),
    timeoutSeconds: asked.timeoutSeconds,
    retries: asked.retries,
    requests: asked.resources,
    limits: { memoryMi: asked.resources.memoryMi },
    spot: here.choices.spot > 0 && asked.retries > 0,
  };
}

/** A function as it is in one environment. */
export function resolveFunction(
  asked: FunctionAsked,
  datastores: readonly Datastore[],
  here: Here,
): FunctionHere {
  const workload = workloadOf(asked, datastores, here);
  const { queue, topic, bucket, table, schedule, http } = asked.on;
  // functions are never off; what they call may be
  const calls = workload.needs.some(({ kind }) => ['service', 'postgres', 'mysql'].includes(kind));
  const cron = schedule === undefined || !calls ? schedule : withinHours(schedule, here.schedule);
  const sources = Object.entries({ queue, topic, bucket, table }).flatMap(([kind, datastore]): Trigger[] =>
    datastore === undefined ? [] : [{ kind: kind as 'queue', datastore }],
  );
  return {
    ...workload,
    kind: 'function',
    runtime: asked.runtime,
    ...(asked.image === undefined ? {} : { image: imageIn(asked.image, here) }),
    command: [],
    handler: asked.handler,
    memoryMb: asked.memoryMb,
    timeoutSeconds: asked.timeoutSeconds,
    ...(asked.concurrency === undefined ? {} : { concurrency: asked.concurrency }),
    triggers: [
      ...sources,
      ...(cron === undefined ? [] : [{ kind: 'schedule', cron } as const]),
      ...(http ? [{ kind: 'http', expose: exposureOf(http, here) } as const] : []),
    ],
    inNetwork: workload.needs.some(({ kind }) => kind === 'service' || isConnected(kind)),
    slo: objectiveOf(asked.slo, here),
  };
}

/** A service that was decided to be a function. */
export function serviceAsFunction(
  asked: ServiceAsked,
  datastores: readonly Datastore[],
  here: Here,
): FunctionHere {
  const { image, resources, expose, slo } = asked;
  const function_: FunctionAsked = {
    ...asked,
    runtime: 'image',
    handler: '',
    memoryMb: memoryFor(resources.memoryMi),
    timeoutSeconds: 30,
    on: expose ? { http: expose } : {},
    image,
    slo,
  };
  return { ...resolveFunction(function_, datastores, here), command: asked.command, webPort: asked.port };
}

/** A job that was decided to be a function. */
export function jobAsFunction(asked: JobAsked, datastores: readonly Datastore[], here: Here): FunctionHere {
  const { image, resources, timeoutSeconds, schedule } = asked;
  const function_: FunctionAsked = {
    ...asked,
    runtime: 'image',
    handler: '',
    memoryMb: memoryFor(resources.memoryMi),
    timeoutSeconds: Math.min(900, timeoutSeconds),
    on: schedule === undefined ? {} : { schedule },
    image,
    slo: {},
  };
  return { ...resolveFunction(function_, datastores, here), command: asked.command };
}

/** A standby does not take images from the region that is lost. */
function imageIn(asked: string, { main, named }: Here): string {
  const image = withoutPullLimit(asked);
  return main === undefined ? image : imageThere(image, main, named.region);
}

function memoryFor(mebibytes: number): number {
  return Math.max(128, Math.min(10_240, mebibytes));
}

function objectiveOf({ availability, latency }: Objective, { asked }: Here): ObjectiveHere {
  const most = asked.production ? (availability ?? 99.9) : Math.min(99.5, availability ?? 99.5);
  return { availability: most, ...(latency ? { latency } : {}) };
}

/** `api.example.com` is `api.staging.example.com` in staging. */
function exposureOf({ host, path, public: open }: ExposureAsked, { asked, blueprint, main }: Here): Exposure {
  const { domain } = blueprint;
  const below = domainIn({ ...asked, name: main?.name ?? asked.name }, blueprint);
  if (domain === undefined || !host.endsWith(domain)) return { host, path, public: open };
  return { host: `${host.slice(0, host.length - domain.length)}${below}`, path, public: open };
}
