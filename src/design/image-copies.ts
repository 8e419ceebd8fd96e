import type { Architecture } from './architecture.ts';
import type { Environment } from './environment.ts';

/** A registry of AWS, which is lost with its region, and the regions that its images are needed in on that day. */
export interface CopiedRegistry {
  /** account that it belongs to */
  readonly account: string;
  readonly region: string;
  /** repositories in it that the blueprint names */
  readonly repositories: readonly string[];
  readonly copies: readonly ImageCopies[];
  /** the environment that keeps the replication; absent where account or region are nobody's here */
  readonly keeper?: string;
}

export interface ImageCopies {
  readonly region: string;
  /** other accounts that pull there */
  readonly readers: readonly string[];
}

const inEcr = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)/;

/**
 * Prefixes of templates that repositories are made by. One stands for what is below it, and never for a repository of
 * its own name; `ROOT` for what is below none. Source: Amazon ECR API, CreateRepositoryCreationTemplate.
 */
export function templatePrefixes({ repositories }: Pick<CopiedRegistry, 'repositories'>): string[] {
  return distinct(repositories.map((one) => one.slice(0, Math.max(0, one.lastIndexOf('/'))) || 'ROOT'));
}

/** An image as a standby takes it: where its registry is lost with the region, from the copy of it. */
export function imageThere(image: string, main: Pick<Environment, 'region'>, region: string): string {
  const from = inEcr.exec(image)?.[2];
  return from === main.region ? image.replace(`.dkr.ecr.${from}.`, `.dkr.ecr.${region}.`) : image;
}

/** Registries whose region may be lost while an environment that comes up elsewhere needs them. */
export function copiedRegistries({ environments }: Architecture): readonly CopiedRegistry[] {
  const needed = environments.flatMap((environment) =>
    environment.recovery === undefined ? [] : takenFrom(environment, environment.recovery.region),
  );
  return distinct(needed.map(({ registry }) => registry)).map((registry) => {
    const here = needed.filter((one) => one.registry === registry);
    const { account, region } = here[0]!;
    const keeper = environments.findLast((one) => one.account === account && one.region === region)?.name;
    return {
      account,
      region,
      repositories: distinct(here.map(({ repository }) => repository)),
      copies: distinct(here.map(({ to }) => to)).map((to) => ({
        region: to,
        readers: distinct(here.filter((one) => one.to === to).map(({ reader }) => reader)).filter(
          (reader) => reader !== account,
        ),
      })),
      ...(keeper === undefined ? {} : { keeper }),
    };
  });
}

/** Registries whose replication an environment keeps. */
export function registriesKeptBy(
  architecture: Architecture,
  { name, standsFor }: Pick<Environment, 'name' | 'standsFor'>,
): readonly CopiedRegistry[] {
  return standsFor === undefined
    ? copiedRegistries(architecture).filter(({ keeper }) => keeper === name)
    : [];
}

function takenFrom({ services, jobs, functions, region: lost, account: reader }: Environment, to: string) {
  return [...services, ...jobs, ...functions].flatMap(({ image }) => {
    const [, account, region, repository] = inEcr.exec(image ?? '') ?? [];
    return account === undefined || repository === undefined || region !== lost
      ? []
      : [{ registry: `${account} ${region}`, account, region, repository, to, reader }];
  });
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all)].sort();
}
