import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { isHosted } from '../hosted.ts';
import { registriesKeptBy } from '../image-copies.ts';
import { isSwitchedByAws } from '../office-hours.ts';

/** Services that an environment is made of, by their prefix in IAM: what its pipeline may change, and no other. */
export function servicesOf(architecture: Architecture, environment: Environment): string[] {
  const { platform, compliance } = architecture;
  const { datastores, cluster, dns } = environment;
  const has = (...types: readonly string[]) =>
    datastores.some((one) => !isHosted(one) && types.includes(one.type));
  const always = ['cloudwatch', 'ec2', 'iam', 'kms', 'logs', 's3', 'secretsmanager', 'sns', 'tag'];
  const audit = [
    'access-analyzer',
    'backup',
    'backup-storage',
    'budgets',
    'ce',
    'cloudtrail',
    'config',
    'events',
    'guardduty',
  ];
  return [
    ...always,
    ...audit,
    ...(cluster ? ['autoscaling', 'eks'] : []),
    ...(registriesKeptBy(architecture, environment).length > 0 ? ['ecr'] : []),
    ...(compliance.length > 0 ? ['securityhub'] : []),
    ...(platform.compute === 'ecs' ? ['application-autoscaling', 'ecs', 'servicediscovery'] : []),
    ...(platform.ingress !== 'none' ? ['elasticloadbalancing'] : []),
    ...(environment.functions.length > 0 ? ['apigateway', 'lambda'] : []),
    ...(environment.functions.length > 0 ||
    platform.compute === 'ecs' ||
    isSwitchedByAws(environment) ||
    platform.nodes === 'karpenter'
      ? ['scheduler']
      : []),
    ...(platform.edge !== 'none' ? ['wafv2'] : []),
    ...(platform.edge === 'cloudfront' ? ['cloudfront'] : []),
    ...(dns.zone === undefined ? [] : ['acm']),
    'route53',
    ...(has('postgres', 'mysql') ? ['rds'] : []),
    ...(has('redis') ? ['elasticache'] : []),
    ...(has('queue') ||
    environment.functions.length > 0 ||
    // starts of jobs that did not happen
    (platform.compute === 'ecs' && environment.jobs.length > 0) ||
    isSwitchedByAws(environment) ||
    platform.nodes === 'karpenter'
      ? ['sqs']
      : []),
    ...(has('table') ? ['dynamodb'] : []),
  ].sort();
}
