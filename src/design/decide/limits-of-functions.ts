import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import type { Compute } from './compute.ts';

/** The most memory of a function, in mebibytes. Source: docs.aws.amazon.com, Lambda quotas. */
const mostMemory = 10_240;

/** What services and jobs cannot be as functions. */
export function asFunctions({ services, jobs }: Blueprint): Complaint[] {
  const all = [
    ...services.map((one) => ({ ...one, part: 'services' })),
    ...jobs.map((one) => ({ ...one, part: 'jobs' })),
  ];
  return [
    ...services
      .filter(({ stateless }) => !stateless)
      .map(({ name }) => ({
        path: ['services', name, 'stateless'],
        message: `${name} keeps something between requests, and a function keeps nothing: take compute ecs or eks, or keep it in a datastore`,
      })),
    ...all
      .filter(({ resources }) => resources.memoryMi > mostMemory)
      .map(({ part, name, resources }) => ({
        path: [part, name, 'resources', 'memory'],
        message: `${name} asks for ${resources.memoryMi} MiB, and a function has at most ${mostMemory}: take compute ecs or eks, or ask for less`,
      })),
  ];
}

/** Source: docs.aws.amazon.com, Lambda, container images: from ECR in the region of the function. */
export function imagesOfFunctions(
  { services, jobs, functions, environments }: Blueprint,
  compute: Compute,
): Complaint[] {
  const all = [
    ...functions.map(({ name, image }) => ({ part: 'functions', name, image })),
    ...(compute === 'lambda'
      ? [
          ...services.map(({ name, image }) => ({ part: 'services', name, image })),
          ...jobs.map(({ name, image }) => ({ part: 'jobs', name, image })),
        ]
      : []),
  ];
  return all.flatMap(({ part, name, image }): Complaint[] => {
    if (image === undefined) return [];
    const path = [part, name, 'image'];
    const region = /^\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\//.exec(image)?.[1];
    const main = environments.at(-1)!;
    if (region === undefined)
      return [
        {
          path,
          message: `AWS Lambda takes images from ECR only, and ${image} is elsewhere: write it as ${main.account || '111122223333'}.dkr.ecr.${main.region}.amazonaws.com/${name}, where the pipeline pushes it`,
        },
      ];
    const other = environments.find((one) => one.region !== region);
    return other
      ? [
          {
            path,
            message: `AWS Lambda takes images from ECR of its own region only: ${name} is in ${region}, and ${other.name} in ${other.region}: have both in one region, or make it a service`,
          },
        ]
      : [];
  });
}
