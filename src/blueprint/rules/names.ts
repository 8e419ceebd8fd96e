import type { Blueprint } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';
import { bucketName, isPattern, nameBy, nameLimits, nameVariables, standbyName } from '../names.ts';

const form = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;
const parts = ['services', 'jobs', 'functions', 'datastores'] as const;

/** Names that AWS or Kubernetes would refuse, and names that stand for two things. */
export function checkNames(blueprint: Blueprint): Complaint[] {
  const complaints: Complaint[] = [
    ...ofForm(blueprint.name, ['name']),
    ...blueprint.owners.flatMap(({ name }) => ofForm(name, ['owners', name])),
  ];
  const seen = new Map<string, string>();
  for (const part of parts)
    for (const { name, formerly } of blueprint[part]) {
      complaints.push(...ofForm(name, [part, name]));
      const other = seen.get(name);
      if (other)
        complaints.push({
          path: [part, name],
          message: `${name} is also one of the ${other}, and whoever needs "${name}" could mean either: rename one`,
        });
      seen.set(name, part);
      if (formerly !== undefined && blueprint[part].some((one) => one.name === formerly))
        complaints.push({
          path: [part, name, 'formerly'],
          message: `${formerly} is still there, so ${name} cannot be what became of it: remove formerly, or ${formerly}`,
        });
    }
  for (const { name, recoveryRegion } of blueprint.environments) {
    complaints.push(...ofForm(name, ['environments', name]));
    const standby = recoveryRegion === undefined ? undefined : standbyName(name);
    if (blueprint.environments.some((one) => one.name === standby))
      complaints.push({
        path: ['environments', name, 'recoveryRegion'],
        message: `in ${recoveryRegion} ${name} would be called ${standby}, as another environment is: rename that one`,
      });
  }
  return [...complaints, ...ofPattern(blueprint), ...tooLong(blueprint)];
}

function ofForm(name: string, path: Complaint['path']): Complaint[] {
  if (form.test(name) && !name.includes('--')) return [];
  const meant = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const advice = form.test(meant) ? `: write ${meant}` : '';
  return [
    {
      path,
      message: `"${name}" cannot be a name: small letters, digits and single hyphens, beginning with a letter${advice}`,
    },
  ];
}

function ofPattern({ naming }: Blueprint): Complaint[] {
  const used = [...naming.pattern.matchAll(/\$\{(\w*)\}/g)].map((match) => match[1]!);
  const wrong = used.find((variable) => !nameVariables.some((one) => one === variable));
  const path = ['naming', 'pattern'];
  if (wrong !== undefined)
    return [
      {
        path,
        message: `a name cannot hold \${${wrong}}: there are ${nameVariables.map((one) => `\${${one}}`).join(', ')}`,
      },
    ];
  const missing = ['env', 'service', 'resource'].filter((one) => !used.includes(one));
  if (missing.length > 0) {
    const listed = missing.map((one) => `\${${one}}`).join(' and ');
    const form = missing.some((one) => naming.pattern.replaceAll(/\$\{\w*\}/g, '').includes(one))
      ? `: variables are written as \${${missing[0]}}`
      : '';
    return [{ path, message: `without ${listed} two resources could get one name${form}` }];
  }
  return isPattern(naming.pattern)
    ? []
    : [
        {
          path,
          message: `besides its variables, a pattern is small letters, digits and hyphens: AWS takes nothing else in names of buckets, databases and load balancers`,
        },
      ];
}

/** The longest name that each part will get, against what AWS takes. */
function tooLong({
  name: system,
  naming,
  environments,
  owners,
  services,
  jobs,
  functions,
  datastores,
}: Blueprint): Complaint[] {
  const complaints: Complaint[] = [];
  const all = environments.flatMap(({ name, region, recoveryRegion, account }) => [
    { env: name, region, account },
    ...(recoveryRegion === undefined ? [] : [{ env: standbyName(name), region: recoveryRegion, account }]),
  ]);
  for (const { env, region, account } of all) {
    const longest = (service: string, resource: string) =>
      nameBy(naming.pattern, { env, service, resource, system, region });
    const check = (path: Complaint['path'], name: string, limit: number, what: string) => {
      if (name.length > limit)
        complaints.push({
          path,
          message: `in ${env} the ${what} would be called ${name}, ${name.length} characters, and AWS takes ${limit}: shorten it by ${name.length - limit}`,
        });
    };
    check(['name'], longest(system, 'alb'), nameLimits.loadBalancer, 'load balancer');
    const states = bucketName(longest(system, 'state-recovery'), system, account || '0'.repeat(12));
    check(['name'], states, nameLimits.bucket, 'bucket of states');
    // the modules of Terraform append what each role is for
    for (const { name: now, formerly: name = now } of services)
      check(['services', now], `${longest(name, 'service')}-start`, nameLimits.role, 'role');
    for (const { name: now, formerly: name = now } of jobs) {
      check(['jobs', now], now, nameLimits.cronJob, 'CronJob');
      check(['jobs', now], `${longest(name, 'job')}-schedule`, nameLimits.role, 'role');
    }
    for (const { name: now, formerly: name = now } of functions)
      check(['functions', now], `${longest(name, 'function')}-schedule`, nameLimits.role, 'role');
    for (const { name } of owners)
      check(['owners', name], longest(name, 'team'), nameLimits.role, 'role of the team');
    for (const { name: now, formerly: name = now, type, hosting } of datastores) {
      const path = ['datastores', now];
      if (type === 'postgres' && hosting === 'self-hosted')
        check(
          path,
          bucketName(longest(name, 'archive-copy'), system, account || '0'.repeat(12)),
          nameLimits.bucket,
          'bucket of its backups',
        );
      if (type === 'bucket')
        check(
          path,
          bucketName(longest(name, 'replica'), system, account || '0'.repeat(12)),
          nameLimits.bucket,
          'bucket',
        );
      else if (type === 'redis') check(path, longest(name, 'cache'), nameLimits.cache, 'cache');
      else if (type === 'queue' || type === 'topic')
        check(path, longest(name, 'dlq.fifo'), nameLimits.queue, 'queue');
      else {
        check(path, longest(name, 'db-replica'), nameLimits.database, 'database');
        if (type !== 'table')
          check(path, `${longest(name, 'db-recovery')}-monitoring`, nameLimits.role, 'role');
      }
    }
  }
  return complaints.filter(
    (one, at) => complaints.findIndex(({ path }) => path.join() === one.path.join()) === at,
  );
}
