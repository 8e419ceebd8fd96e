import type { Architecture } from '../../architecture.ts';
import type { Datastore } from '../../datastore.ts';
import type { Environment } from '../../environment.ts';
import { type Hosted, hostedIn, isHosted } from '../../hosted.ts';
import { nameIn, workloadName } from '../../names.ts';
import { functionName } from '../here.ts';
import { logGroupOf } from '../paths.ts';

/** Where the commands of runbooks are run: in the environment that people depend on. */
export interface Ground {
  readonly architecture: Architecture;
  readonly environment: Environment;
  readonly compute: Architecture['platform']['compute'];
  /** `gateway`, as an example and as a default in commands */
  readonly service: string;
  readonly namespace: string;
}

export function groundOf(architecture: Architecture): Ground {
  const environment = architecture.environments.at(-1)!;
  const { services, jobs, functions } = environment;
  const first = [...services, ...functions, ...jobs][0];
  return {
    architecture,
    environment,
    compute: environment.cluster
      ? 'eks'
      : architecture.platform.compute === 'eks'
        ? 'none'
        : architecture.platform.compute,
    service: first?.name ?? environment.system,
    namespace: first?.namespace ?? architecture.owner.name,
  };
}

/** One command for each way of running, as this platform has it; functions where it is about a function. */
export function byCompute(
  { compute }: Pick<Ground, 'compute'>,
  commands: { readonly eks: string; readonly ecs: string; readonly functions: string },
): string {
  return compute === 'eks' ? commands.eks : compute === 'ecs' ? commands.ecs : commands.functions;
}

/** The latest logs of what `$SERVICE` names. */
export function logsOf(ground: Ground): string {
  return byCompute(ground, {
    eks: 'kubectl logs -n "$NAMESPACE" -l app.kubernetes.io/name="$SERVICE" --since=30m --prefix --tail=200',
    ecs: `aws logs tail "/ecs/${named(ground, 'service')}" --since 30m`,
    functions: `aws logs tail "/aws/lambda/${named(ground, 'function')}" --since 30m`,
  });
}

/** State of the replicas of `$SERVICE`, and what happened to them. */
export function replicasOf(ground: Ground): string {
  return byCompute(ground, {
    eks: [
      'kubectl get pods -n "$NAMESPACE" -l app.kubernetes.io/name="$SERVICE" -o wide',
      'kubectl get events -n "$NAMESPACE" --sort-by=.lastTimestamp | grep "$SERVICE" | tail -20',
    ].join('\n'),
    ecs: `aws ecs describe-services --cluster ${clusterName(ground)} --services "${named(ground, 'service')}" \\\n  --query 'services[0].{running:runningCount,wanted:desiredCount,events:events[:10].message}'`,
    functions: `aws lambda get-function-configuration --function-name "${named(ground, 'function')}" \\\n  --query '{state:State,reason:StateReason,changed:LastModified,memory:MemorySize,timeout:Timeout}'`,
  });
}

/** Why tasks of ECS ended. @param which `--family "$JOB"`, `--service-name "…"` */
export function stoppedTasks(ground: Ground, which: string): string {
  const cluster = clusterName(ground);
  return `aws ecs describe-tasks --cluster ${cluster} --tasks $(aws ecs list-tasks --cluster ${cluster} ${which} --desired-status STOPPED --query 'taskArns[]' --output text) \\\n  --query 'tasks[].[stoppedAt,stopCode,stoppedReason,containers[0].exitCode]' --output text`;
}

/** Why tasks ended that ECS itself has forgotten. */
export function endedTasks(ground: Ground): string {
  return `aws logs tail "/aws/events/${clusterName(ground)}" --since 1d --filter-pattern '{ $.detail.group = "service:${named(ground, 'service').replace('$SERVICE', `'"$SERVICE"'`)}" }'`;
}

/** What changed last. */
export function releasesOf(ground: Ground): string {
  const merged = `git log --oneline --since='1 day ago' origin/${ground.architecture.delivery.branch}`;
  return byCompute(ground, {
    eks: [
      merged,
      'kubectl get replicasets -n "$NAMESPACE" -l app.kubernetes.io/name="$SERVICE" --sort-by=.metadata.creationTimestamp',
    ].join('\n'),
    ecs: `${merged}\naws ecs list-service-deployments --cluster ${clusterName(ground)} --service "${named(ground, 'service')}" --max-items 5`,
    functions: `${merged}\naws lambda list-versions-by-function --function-name "${named(ground, 'function')}" --query 'Versions[-3:].[Version,LastModified]'`,
  });
}

/** How a release is taken back here. */
export function rollBack({ architecture, compute }: Ground): string {
  const { branch, gitops } = architecture.delivery;
  const how =
    gitops === 'none'
      ? 'the pipeline applies it'
      : `${gitops === 'argocd' ? 'Argo CD' : 'Flux'} brings it to the cluster`;
  const canary = architecture.platform.progressive && compute === 'eks';
  return `Was it a release? Release the version before it, with \`previous\` as its digest (README, “Go back”), and merge that into \`${branch}\`; ${how}.${canary ? ' A canary or blue/green release that is still under way is stopped at once by `kubectl argo rollouts abort "$SERVICE" -n "$NAMESPACE"`.' : ''}`;
}

/** The name of a resource of `$SERVICE`, as a pattern of names gives it. */
export function named({ environment }: Ground, role: string): string {
  return nameIn(environment, '$SERVICE', role);
}

export function clusterName({ environment }: Ground): string {
  return environment.cluster?.name ?? nameIn(environment, environment.system, 'cluster');
}

/** The first datastore of the kinds that AWS runs, for commands that need one. */
export function firstOf({ environment }: Ground, ...types: Datastore['type'][]): Datastore | undefined {
  return environment.datastores.find((one) => types.includes(one.type) && !isHosted(one));
}

/** The first of the kinds that the cluster hosts itself. */
export function hostedFirst({ environment }: Ground, ...types: Datastore['type'][]): Hosted | undefined {
  return hostedIn(environment).find(({ type }) => types.includes(type));
}

/** The metric of the last three hours, in steps of five minutes. */
export function metric(namespace: string, name: string, statistic: string, dimension: string): string {
  return [
    `aws cloudwatch get-metric-statistics --namespace ${namespace} --metric-name ${name} --statistics ${statistic} \\`,
    `  --dimensions ${dimension} --period 300 \\`,
    '  --start-time "$(date -u -d \'3 hours ago\' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" \\',
    "  --query 'sort_by(Datapoints, &Timestamp)' --output table",
  ].join('\n');
}

/** Where the logs of a namespace or function are searched, and for how long they are kept. */
export function logsKept(ground: Ground): string {
  const { environment, namespace, service } = ground;
  const group = byCompute(ground, {
    eks: logGroupOf(environment, namespace),
    ecs: `/ecs/${workloadName(environment, service, 'service')}`,
    functions: `/aws/lambda/${functionName(environment, service)}`,
  });
  return `older ones are in CloudWatch (such as \`${group}\`) for ${environment.logRetentionDays} days`;
}
