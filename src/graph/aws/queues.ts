import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';

/** Attributes by which something sends what it could not process to a queue: type of the resource → path. */
const failureTargets: Readonly<Record<string, readonly (readonly string[])[]>> = {
  aws_sqs_queue: [['redrive_policy']],
  aws_sqs_queue_redrive_policy: [['redrive_policy']],
  aws_sns_topic_subscription: [['redrive_policy']],
  aws_lambda_function: [['dead_letter_config', 'target_arn']],
  aws_lambda_function_event_invoke_config: [['destination_config', 'on_failure', 'destination']],
  aws_lambda_event_source_mapping: [['destination_config', 'on_failure', 'destination_arn']],
  aws_cloudwatch_event_target: [['dead_letter_config', 'arn']],
  aws_scheduler_schedule: [['target', 'dead_letter_config', 'arn']],
  aws_pipes_pipe: [['source_parameters']],
};

/** Whether a queue is where failed messages of something else end: by use, by its allow policy, or by its name. */
export function isDeadLetterQueue(graph: Graph, queue: Resource): boolean {
  const used = graph
    .to(queue)
    .some(({ from, at }) => failureTargets[from.type]?.some((path) => from.body.peek(...path) === at));
  if (used || queue.body.peek('redrive_allow_policy')) return true;
  const allowed = graph.to(queue).some(({ from }) => from.type === 'aws_sqs_queue_redrive_allow_policy');
  const name = queue.body.peek('name')?.content;
  return allowed || [queue.name, typeof name === 'string' ? name : ''].some(isFailureName);
}

function isFailureName(name: string): boolean {
  return /(^|[-_.])(dlq|dlqs|dead|deadletter|dead[-_]letters?|failed|failures?|errors?|poison)($|[-_.])|dlq$/i.test(
    name,
  );
}
