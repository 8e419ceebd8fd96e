import { toMebibytes, toMilli, toSeconds } from './amounts.ts';
import type {
  ExposureAsked,
  FunctionAsked,
  JobAsked,
  Objective,
  Resources,
  ServiceAsked,
  WorkloadAsked,
} from './blueprint.ts';
import type { WrittenBlueprint } from './schema.ts';

type Written<K extends 'services' | 'jobs' | 'functions'> = NonNullable<WrittenBlueprint[K]>[string];
type WrittenExposure = NonNullable<Written<'services'>['expose']>;

/** What of the whole blueprint counts for its parts. */
interface Given {
  readonly owner: string;
  readonly domain: string | undefined;
}

/** A service with every default that is no decision. */
export function fillInService(name: string, written: Written<'services'>, given: Given): ServiceAsked {
  const { scale = {}, slo = {}, strategy } = written;
  const min = typeof scale === 'number' ? scale : (scale.min ?? 2);
  return {
    ...common(name, written, given),
    image: written.image,
    port: written.port ?? 8080,
    protocol: written.protocol ?? 'http',
    health: healthOf(written.health ?? {}),
    metrics: written.metrics ?? '/metrics',
    command: written.command ?? [],
    scale: {
      min,
      max: typeof scale === 'number' ? scale : (scale.max ?? min * 3),
      cpu: typeof scale === 'number' ? 70 : (scale.cpu ?? 70),
    },
    resources: resourcesOf(written.resources),
    ...(written.expose === undefined ? {} : { expose: exposureOf(written.expose, given.domain) }),
    slo: objectiveOf(slo),
    ...(strategy === undefined ? {} : { strategy }),
    stateless: written.stateless ?? true,
  };
}

/** A job with every default that is no decision. */
export function fillInJob(name: string, written: Written<'jobs'>, given: Given): JobAsked {
  return {
    ...common(name, written, given),
    image: written.image,
    command: written.command ?? [],
    ...(written.schedule === undefined ? {} : { schedule: written.schedule }),
    timeoutSeconds: toSeconds(written.timeout ?? '1h'),
    retries: written.retries ?? 2,
    resources: resourcesOf(written.resources),
  };
}

/** A function with every default that is no decision. */
export function fillInFunction(name: string, written: Written<'functions'>, given: Given): FunctionAsked {
  const { image, concurrency, on = {} } = written;
  const { http, ...triggers } = on;
  return {
    ...common(name, written, given),
    runtime: written.runtime ?? (image === undefined ? 'nodejs22.x' : 'image'),
    ...(image === undefined ? {} : { image }),
    handler: written.handler ?? 'index.handler',
    memoryMb: written.memory ?? 256,
    timeoutSeconds: toSeconds(written.timeout ?? '30s'),
    ...(concurrency === undefined ? {} : { concurrency }),
    on: { ...triggers, ...(http ? { http: exposureOf(http, given.domain) } : {}) },
    slo: objectiveOf(written.slo ?? {}),
  };
}

function common(
  name: string,
  written: Written<'services'> | Written<'jobs'> | Written<'functions'>,
  { owner }: Given,
): WorkloadAsked {
  const { egress = [], formerly } = written;
  return {
    name,
    ...(formerly === undefined ? {} : { formerly }),
    owner: written.owner ?? owner,
    needs: written.needs ?? [],
    env: written.env ?? {},
    secrets: written.secrets ?? [],
    egress: egress.map(({ host, port = 443, cidrs = [] }) => ({ host, port, cidrs })),
  };
}

function healthOf(written: NonNullable<Written<'services'>['health']>): ServiceAsked['health'] {
  const {
    ready = '/healthz',
    live = ready,
    start = '60s',
  } = typeof written === 'string' ? { ready: written } : written;
  return { ready, live, startSeconds: toSeconds(start) };
}

function resourcesOf({ cpu = '250m', memory = '256Mi' }: { cpu?: string; memory?: string } = {}): Resources {
  return { cpuMilli: toMilli(cpu), memoryMi: toMebibytes(memory) };
}

function exposureOf(written: WrittenExposure, domain: string | undefined): ExposureAsked {
  const { host, path = '/', public: open = true } = typeof written === 'string' ? { host: written } : written;
  return {
    host: host.includes('.') || domain === undefined ? host : `${host}.${domain}`,
    path,
    public: open,
  };
}

function objectiveOf({ availability, latency }: NonNullable<Written<'services'>['slo']>): Objective {
  return {
    ...(availability === undefined ? {} : { availability }),
    ...(latency
      ? { latency: { percentile: latency.percentile ?? 95, milliseconds: latency.milliseconds } }
      : {}),
  };
}
