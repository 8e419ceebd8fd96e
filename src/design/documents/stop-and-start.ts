import type { Environment } from '../environment.ts';
import { controllerKindOf } from '../kubernetes/workload/controller-kind.ts';
import { nameIn, workloadName } from '../names.ts';
import type { Job, Service } from '../workload.ts';
import type { About } from './about.ts';
import { deliveryOf } from './delivery-paused.ts';
import { shell } from './markdown.ts';

interface Writer {
  readonly stop: readonly string[];
  readonly start: readonly string[];
}

/** The last step of a restore; none where nothing was stopped. */
export function startAgain(about: About, environment: Environment, users: readonly string[]): string[] {
  const told = start(about, environment, users);
  return told === '' ? [] : [`Start what was stopped.\n\n${told}`];
}

/** Names of what uses anything that keeps data. */
export function writersIn({ datastores }: Environment): string[] {
  return [...new Set(datastores.flatMap(({ usedBy }) => usedBy))];
}

/** How writers are stopped. @param context of kubectl, where two clusters are spoken to */
export function stop(
  about: About,
  environment: Environment,
  users: readonly string[],
  context?: string,
): string {
  const writers = writersOf(about, environment, users, context);
  if (writers.length === 0) return 'Nothing here writes by itself: let nobody do so.';
  const { gitops } = about.architecture.delivery;
  const stays =
    environment.cluster === undefined
      ? ''
      : gitops === 'flux'
        ? ' Flux is told to leave them, and autoscalers leave alone what has no replicas.'
        : ' Argo CD does not count replicas, and autoscalers leave alone what has none.';
  return `Stop what writes.${stays}\n\n${shell(...writers.flatMap((one) => one.stop))}`;
}

/** How they are started again, as many as are there at least. */
export function start(
  about: About,
  environment: Environment,
  users: readonly string[],
  context?: string,
): string {
  const writers = writersOf(about, environment, users, context);
  if (writers.length === 0) return '';
  return shell(...writers.flatMap((one) => one.start));
}

function writersOf(
  about: About,
  environment: Environment,
  users: readonly string[],
  context: string | undefined,
): Writer[] {
  const { cluster, services, jobs, functions, region } = environment;
  const isUser = ({ name }: { readonly name: string }) => users.includes(name);
  const scheduled = jobs.filter((one) => isUser(one) && one.schedule !== undefined);
  return [
    ...services
      .filter(isUser)
      .map((one) => (cluster ? inCluster(about, one, context) : onEcs(environment, one))),
    ...scheduled.map((one) => (cluster ? cronJob(about, one, context) : schedule(environment, one))),
    ...functions.filter(isUser).map(({ name, concurrency }) => {
      const which = `--region ${region} --function-name ${workloadName(environment, name, 'function')}`;
      const limit = (most: number) =>
        `aws lambda put-function-concurrency ${which} --reserved-concurrent-executions ${most}`;
      return {
        stop: [limit(0)],
        start: [
          concurrency === undefined ? `aws lambda delete-function-concurrency ${which}` : limit(concurrency),
        ],
      };
    }),
  ];
}

function inCluster(about: About, service: Service, context: string | undefined): Writer {
  const { name, namespace, scale } = service;
  const scaled = (replicas: number) =>
    `${kubectlIn(context)} --namespace ${namespace} scale ${runnerOf(service)} --replicas=${replicas}`;
  const flux = fluxOf(about, { name, namespace }, context);
  return { stop: [...flux.pause, scaled(0)], start: [scaled(scale.min), ...flux.resume] };
}

function cronJob(about: About, { name, namespace }: Job, context: string | undefined): Writer {
  const suspended = (yes: boolean) =>
    `${kubectlIn(context)} --namespace ${namespace} patch cronjob/${name} --patch '{"spec":{"suspend":${yes}}}'`;
  const flux = fluxOf(about, { name, namespace }, context);
  return { stop: [...flux.pause, suspended(true)], start: [suspended(false), ...flux.resume] };
}

/** Flux takes back what kubectl sets, whether it is in Git or not. */
function fluxOf(
  about: About,
  { name, namespace }: { readonly name: string; readonly namespace: string },
  context: string | undefined,
): ReturnType<typeof deliveryOf> {
  if (about.architecture.delivery.gitops !== 'flux') return { pause: [], resume: [] };
  const { pause, resume } = deliveryOf(about, about.main, { workload: name, namespace });
  const there = context === undefined ? '' : ` --context ${context}`;
  return { pause: pause.map((one) => one + there), resume: resume.map((one) => one + there) };
}

function kubectlIn(context: string | undefined): string {
  return context === undefined ? 'kubectl' : `kubectl --context ${context}`;
}

function onEcs(environment: Environment, { name, scale }: Service): Writer {
  const { region, system } = environment;
  const counted = (tasks: number) =>
    `aws ecs update-service --region ${region} --cluster ${nameIn(environment, system, 'cluster')} --service ${workloadName(environment, name, 'service')} --desired-count ${tasks}`;
  return { stop: [counted(0)], start: [counted(scale.min)] };
}

/** A schedule of EventBridge is written whole, without what AWS says of it. */
function schedule(environment: Environment, { name }: Job): Writer {
  const { region } = environment;
  const job = workloadName(environment, name, 'job');
  const set = (state: string) =>
    `aws scheduler get-schedule --region ${region} --name ${job} | jq 'del(.Arn, .CreationDate, .LastModificationDate) | .State = "${state}"' > schedule.json && aws scheduler update-schedule --region ${region} --cli-input-json file://schedule.json`;
  return { stop: [set('DISABLED')], start: [set('ENABLED')] };
}

/** What runs a service in a cluster: `deployment/api`, or a Rollout. */
export function runnerOf(service: Service): string {
  const { kind } = controllerKindOf(service);
  return kind === 'Rollout' ? `rollouts.argoproj.io/${service.name}` : `deployment/${service.name}`;
}
