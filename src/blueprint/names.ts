/** What a name is made of. */
export interface NameParts {
  readonly env: string;
  readonly service: string;
  readonly resource: string;
  readonly system: string;
  readonly region: string;
}

export const nameVariables = ['env', 'service', 'resource', 'system', 'region'] as const;

/** Whether a pattern has nothing beside its variables that names of buckets, databases and load balancers may not have. */
export function isPattern(pattern: string): boolean {
  return /^[a-z0-9-]*$/.test(pattern.replaceAll(/\$\{\w+\}/g, ''));
}

/** A name by a pattern such as `${env}-${service}-${resource}`; a part that is empty takes its separator with it. */
export function nameBy(pattern: string, parts: NameParts): string {
  return pattern
    .replace(/\$\{(\w+)\}/g, (_, variable: string) => parts[variable as keyof NameParts] ?? '')
    .replace(/([-_.])[-_.]+/g, '$1')
    .replace(/^[-_.]+|[-_.]+$/g, '');
}

/** The longest names that AWS and Kubernetes take. Source: the service quotas and API references of each. */
export const nameLimits = {
  loadBalancer: 32,
  cache: 40,
  database: 63,
  bucket: 63,
  label: 63,
  role: 64,
  cronJob: 52,
  queue: 80,
} as const;

/** Names of S3 are the world's: system and account make them unique. */
export function bucketName(name: string, system: string, account: string): string {
  const own = name.startsWith(`${system}-`) || name.includes(`-${system}-`) ? name : `${system}-${name}`;
  return `${own}-${account}`;
}

/** The name of an environment as it comes up in its recovery region; short, since all names there begin with it. */
export function standbyName(environment: string): string {
  return `${environment}-dr`;
}
