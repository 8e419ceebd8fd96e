import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import { largestTask } from '../fargate-size.ts';
import type { Compute } from './compute.ts';
import { asFunctions, imagesOfFunctions } from './limits-of-functions.ts';

/** What was asked for and cannot be had on what services and jobs run on. */
export function limitsOfCompute(blueprint: Blueprint, compute: Compute): Complaint[] {
  return [
    ...schedules(blueprint, compute),
    ...(compute === 'eks' ? [] : [...strategies(blueprint, compute), ...composed(blueprint)]),
    ...(compute === 'ecs' ? [...sizes(blueprint), ...doors(blueprint)] : []),
    ...(compute === 'lambda' ? asFunctions(blueprint) : []),
    ...imagesOfFunctions(blueprint, compute),
  ];
}

/** Source: docs.aws.amazon.com, EventBridge Scheduler, schedule types: one of the two fields of days must be `?`. */
function schedules({ jobs, functions }: Blueprint, compute: Compute): Complaint[] {
  const all = [
    ...(compute === 'eks' ? [] : jobs).map(({ name, schedule }) => ({
      path: ['jobs', name, 'schedule'],
      schedule,
    })),
    ...functions.map(({ name, on }) => ({
      path: ['functions', name, 'on', 'schedule'],
      schedule: on.schedule,
    })),
  ];
  return all
    .filter(({ schedule }) => {
      const [, , date, , weekday] = (schedule ?? '* * * * *').trim().split(/\s+/);
      return date !== '*' && weekday !== '*';
    })
    .map(({ path, schedule }) => ({
      path,
      message: `EventBridge, which starts it, takes days of the month or weekdays, and ${schedule} names both: leave one at *, or make it two`,
    }));
}

function strategies({ services, decisions }: Blueprint, compute: Compute): Complaint[] {
  const instead = 'take compute eks, where Argo Rollouts does it, or rolling';
  const where = compute === 'ecs' ? 'on ECS services are rolled' : 'functions are replaced at once';
  return [
    ...(decisions.strategy !== undefined && decisions.strategy !== 'rolling'
      ? [
          {
            path: ['decisions', 'strategy'],
            message: `${where}, and ${decisions.strategy} was asked for: ${instead}`,
          },
        ]
      : []),
    ...services
      .filter(({ strategy }) => strategy !== undefined && strategy !== 'rolling')
      .map(({ name, strategy }) => ({
        path: ['services', name, 'strategy'],
        message: `${where}, and ${name} asks for ${strategy}: ${instead}`,
      })),
  ];
}

/** Kubernetes puts `$(DB_HOST)` in; elsewhere a program would read it as it stands. */
function composed({ services, jobs }: Blueprint): Complaint[] {
  const all = [
    ...services.map((one) => ({ ...one, part: 'services' })),
    ...jobs.map((one) => ({ ...one, part: 'jobs' })),
  ];
  return all.flatMap(({ part, name, env, needs, secrets }) => {
    const given = needs.map((need) => `${need.toUpperCase().replaceAll('-', '_')}_`);
    return Object.entries(env).flatMap(([key, value]): Complaint[] => {
      const used = [...value.matchAll(/\$\((\w+)\)/g)]
        .map(([, variable]) => variable!)
        .find((variable) => secrets.includes(variable) || given.some((start) => variable.startsWith(start)));
      return used === undefined
        ? []
        : [
            {
              path: [part, name, 'env', key],
              message: `only in a cluster is $(${used}) put into ${key}: let ${name} read ${used} itself, or take compute eks`,
            },
          ];
    });
  });
}

function sizes({ services, jobs }: Blueprint): Complaint[] {
  const all = [
    ...services.map((one) => ({ ...one, part: 'services' })),
    ...jobs.map((one) => ({ ...one, part: 'jobs' })),
  ];
  return all
    .filter(
      ({ resources }) =>
        resources.cpuMilli > largestTask.cpuMilli || resources.memoryMi > largestTask.memoryMi,
    )
    .map(({ part, name, resources: { cpuMilli, memoryMi } }) => ({
      path: [part, name, 'resources'],
      message: `${name} asks for ${cpuMilli / 1000} processors and ${memoryMi} MiB, and a task on Fargate has at most ${largestTask.cpuMilli / 1000} and ${largestTask.memoryMi}: take compute eks, or ask for less`,
    }));
}

function doors({ services }: Blueprint): Complaint[] {
  return services
    .filter(({ protocol, expose }) => protocol === 'tcp' && expose)
    .map(({ name }) => ({
      path: ['services', name, 'expose'],
      message: `what takes requests before services on ECS understands HTTP and gRPC only, and ${name} speaks tcp: take compute eks, where it gets a load balancer of its own, or leave expose out`,
    }));
}
