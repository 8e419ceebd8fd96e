import type { Graph } from '../graph/graph.ts';
import { itemsAt } from '../graph/look.ts';
import type { Resource } from '../model/resource.ts';
import type { Barrier } from './barrier.ts';
import { numberOf, stated } from './stated.ts';

type Find = (graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]) => void;

/** What holds back the failure of what runs outside of clusters, and of tables and files. */
export const computeFinders: readonly (readonly [RegExp, Find])[] = [
  [/^aws_ecs_service$/, ecsService],
  [/^aws_autoscaling_group$/, scalingGroup],
  [/^aws_lambda_function$/, lambda],
  [/^aws_dynamodb_table$/, table],
  [/^aws_efs_file_system$/, files],
];

function ecsService(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const target = graph.to(of).find(({ from }) => from.type === 'aws_appautoscaling_target')?.from;
  several(of, target ? stated(target, 'min_capacity') : stated(of, 'desired_count'), 'task', held, missing);
  const breaker = stated(of, 'deployment_circuit_breaker', 'rollback');
  if (breaker.value === true)
    held.push({ what: 'a version that does not become healthy is rolled back', of, at: breaker.node! });
  else if (!breaker.isUnknown)
    missing.push({
      what: 'a deployment circuit breaker that rolls back',
      of,
      at: breaker.node ?? of.body,
    });
}

function scalingGroup(_: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  several(of, stated(of, 'min_size'), 'instance', held, missing);
  const check = stated(of, 'health_check_type');
  if (check.value === 'ELB')
    held.push({ what: 'instances that the load balancer finds unhealthy are replaced', of, at: check.node! });
  else if (!check.isUnknown && (of.body.peek('target_group_arns') || of.body.peek('load_balancers')))
    missing.push({ what: 'health_check_type = "ELB"', of, at: check.node ?? of.body });
}

function several(
  of: Resource,
  said: ReturnType<typeof stated>,
  what: string,
  held: Barrier[],
  missing: Barrier[],
): void {
  const number = numberOf(said);
  if (said.isUnknown || number === undefined) return;
  const at = said.node ?? of.body;
  if (number >= 2) held.push({ what: `${number} ${what}s or more`, of, at });
  else missing.push({ what: `a second ${what}: there may be ${number === 1 ? 'one' : 'none'}`, of, at });
}

/** What calls it by events tries again, and then keeps or drops the event. Source: AWS Lambda Developer Guide, asynchronous invocation. */
function lambda(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const own = itemsAt(of.body, 'dead_letter_config')[0] ?? of.body.peek('dead_letter_config');
  const config = graph
    .to(of)
    .find(({ from }) => from.type === 'aws_lambda_function_event_invoke_config')?.from;
  const destination = config?.body.peek('destination_config', 'on_failure');
  if (own) held.push({ what: 'events that fail are kept (dead_letter_config)', of, at: own });
  else if (destination) held.push({ what: 'events that fail go to a destination', of, at: destination });
  else if (
    graph
      .to(of)
      .some(({ from }) =>
        /^aws_(sns_topic_subscription|cloudwatch_event_target|s3_bucket_notification)$/.test(from.type),
      )
  )
    missing.push({ what: 'a place for events that fail (dead_letter_config)', of, at: of.body });
}

function table(_: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  held.push({ what: 'it is kept in several zones by AWS', of, at: of.body });
  const recovery = stated(of, 'point_in_time_recovery', 'enabled');
  if (recovery.value === true) held.push({ what: 'point-in-time recovery', of, at: recovery.node! });
  else if (!recovery.isUnknown)
    missing.push({ what: 'point-in-time recovery', of, at: recovery.node ?? of.body });
}

function files(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const zone = stated(of, 'availability_zone_name');
  if (zone.value !== undefined)
    missing.push({ what: 'a regional file system: it lies in one zone', of, at: zone.node! });
  else if (!zone.isUnknown) held.push({ what: 'it is kept in several zones by AWS', of, at: of.body });
  const policy = graph.to(of).find(({ from }) => from.type === 'aws_efs_backup_policy')?.from;
  const status = policy && stated(policy, 'backup_policy', 'status');
  if (status?.value === 'ENABLED') held.push({ what: 'automated backups', of, at: status.node! });
  else if (!status?.isUnknown) missing.push({ what: 'automated backups', of, at: policy?.body ?? of.body });
}
