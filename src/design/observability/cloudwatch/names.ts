import type { Environment } from '../../environment.ts';
import { nameIn } from '../../names.ts';

/** The cluster of ECS. */
export function clusterOf(environment: Environment): string {
  return nameIn(environment, environment.system, 'cluster');
}

/** The rule of EventBridge that keeps why tasks of a service ended. @param service its name in AWS */
export function tasksFailRule(service: string): string {
  return `${service}-tasks-fail`;
}

/** The ARN of an alarm. */
export function alarmArn({ region, account }: Environment, name: string): string {
  return `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`;
}

/** The name of a rule of EventBridge, which takes 64 characters. */
export function ruleName(of: string, what: string): string {
  return `${of.slice(0, 63 - what.length).replace(/-$/, '')}-${what}`;
}
