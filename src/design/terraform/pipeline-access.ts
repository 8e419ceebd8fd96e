import type { Architecture } from '../architecture.ts';
import { artifactsBucket, hasPackages } from '../artifacts.ts';
import type { Environment } from '../environment.ts';
import { type HclMap, raw } from '../hcl/value.ts';
import { registriesKeptBy } from '../image-copies.ts';
import { nameIn } from '../names.ts';

/** What the pipeline of an environment may change: names, regions, images, packages. */
export function accessOf(architecture: Architecture, environment: Environment): HclMap {
  const { name, region, recovery, standby, account, functions, datastores } = environment;
  const images = imagesOf(architecture, environment);
  const copies = registriesKeptBy(architecture, environment).flatMap((one) => one.copies);
  const ofFunctions = repositoriesIn(
    account,
    functions.flatMap(({ image }) => image ?? []),
  );
  // what is copied is asked for where it is copied to
  const tables = datastores.flatMap((one) =>
    recovery && one.type === 'table' && one.crossRegion === 'replica'
      ? [`arn:aws:dynamodb:${recovery.region}:${account}:table/${one.tableName}`]
      : [],
  );
  return {
    environment: name,
    ...(standby ? { standby: standby.name } : {}),
    name_patterns: patternsOf(environment),
    regions: [
      ...new Set([
        region,
        ...(recovery ? [recovery.region] : []),
        ...copies.map((one) => one.region),
        'us-east-1',
      ]),
    ],
    ...(images.length === 0
      ? {}
      : { images_subjects: raw('var.images_subjects'), image_repository_arns: images }),
    ...(hasPackages(environment)
      ? {
          packages_subjects: raw('var.packages_subjects'),
          artifact_bucket_arns: [`arn:aws:s3:::${artifactsBucket(environment)}/*`],
        }
      : {}),
    ...(ofFunctions.length > 0 ? { function_repository_arns: ofFunctions } : {}),
    ...(tables.length > 0 ? { copied_table_arns: tables } : {}),
  };
}

/** Repositories of ECR in an account, which the pipelines of services push to: granted by its first environment. */
export function imagesOf({ environments }: Architecture, { name, account }: Environment): string[] {
  if (environments.find((one) => one.account === account)!.name !== name) return [];
  const images = environments.flatMap(({ services, jobs, functions }) =>
    [...services, ...jobs, ...functions].flatMap(({ image }) => image ?? []),
  );
  return repositoriesIn(account, images);
}

function repositoriesIn(account: string, images: readonly string[]): string[] {
  const repositories = images.flatMap((image) => {
    const [, owner, region, path] =
      /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)/.exec(image) ?? [];
    return owner === account ? [`arn:aws:ecr:${region}:${account}:repository/${path}`] : [];
  });
  return [...new Set(repositories)].sort();
}

/** Those of its standby are mostly the same, as its name begins alike. */
function patternsOf(environment: Environment): string[] {
  const { standby } = environment;
  const all = [environment, ...(standby ? [standby] : [])].flatMap(namePatterns);
  const isCovered = (one: string) =>
    all.some((other) => other !== one && one.startsWith(other.replace(/\*$/, '')));
  return [...new Set(all.filter((one) => !isCovered(one)))].sort();
}

/** What all names of an environment begin with; where its pattern begins with the service, one for each service. */
function namePatterns(environment: Environment): string[] {
  const { namePattern, system, services, jobs, functions, datastores } = environment;
  const shared = beginning(environment, namePattern.split(/\$\{(?:service|resource)\}/)[0]!);
  const all = [...services, ...jobs, ...functions, ...datastores].map(({ name }) => name);
  const begun =
    shared !== ''
      ? [shared]
      : [system, ...all].map((name) => nameIn({ ...environment, namePattern: '${service}-' }, name, ''));
  // names of buckets are the world's, and begin with the system
  return [...new Set(begun.flatMap((one) => [one, `${system}-${one}`]))].sort().map((one) => `${one}*`);
}

function beginning(environment: Environment, namePattern: string): string {
  const name = nameIn({ ...environment, namePattern }, '', '');
  const separator = /[-_.]$/.exec(namePattern)?.[0] ?? '';
  return name === '' ? '' : `${name}${separator}`;
}
