import type { Unit } from '../model/resource.ts';
import type { ReadOptions } from './reader.ts';

/** A folder of one of these names stands for an environment. */
const words =
  /^(prod|production|prd|live|preprod|pre-prod|nonprod|non-prod|stage|staging|stg|uat|qa|test|testing|dev|development|preview|review|sandbox|local)$/i;

/** Words that mean an environment also as one part of a longer name: `prod-eu`, `shop-staging`. */
const strong = /^(prod|production|prd|preprod|nonprod|staging|stg|uat)$/i;

/** One of these is in every path that names an environment; cheaper to look for than to take the path apart. */
const hint = /prod|prd|live|stag|stg|uat|qa|test|dev|review|sandbox|local/i;

/** Where a path names the environment that it stands for. */
export interface EnvironmentPlace {
  /** as it is written, without what stands around it: `prod` in `overlays/prod-eu` */
  readonly environment: string;
  /** the path up to the folder that names it; `undefined` where only the file name does */
  readonly folder: string | undefined;
}

/**
 * The environment that a path stands for, as its deepest folder of such a name says, otherwise as its file name does:
 * `overlays/prod/a.yaml`, `prod.tfvars`, `values-staging.yaml`. A folder path has to end in `/`.
 */
export function guessEnvironment(path: string): string | undefined {
  return locateEnvironment(path)?.environment;
}

/** Like {@link guessEnvironment}, and says which folder names it. */
export function locateEnvironment(path: string): EnvironmentPlace | undefined {
  if (!hint.test(path)) return undefined;
  const segments = path.split('/');
  const file = segments.pop() ?? '';
  for (let at = segments.length - 1; at >= 0; at--) {
    const environment = ofFolder(segments[at]!);
    if (environment) return { environment, folder: segments.slice(0, at + 1).join('/') };
  }
  const environment = ofFileName(file);
  return environment ? { environment, folder: undefined } : undefined;
}

/** What a unit says of its environment: as the configuration has it for a path, otherwise as one of the places guesses. */
export function environmentFields(
  { environmentOf }: Pick<ReadOptions, 'environmentOf'>,
  path: string,
  ...places: readonly string[]
): Pick<Unit, 'environment' | 'production'> {
  const configured = environmentOf?.(path);
  if (configured)
    return {
      environment: configured.name,
      ...(configured.production === undefined ? {} : { production: configured.production }),
    };
  for (const place of places) {
    const environment = guessEnvironment(place);
    if (environment) return { environment };
  }
  return {};
}

/** `production-dr`, `standby`: what stands ready for the loss of what it is named after. */
const waiting = /(^|[-_/])(dr|standby|failover)(?=[/.]|$)/;

/** Whether a path, or the name of a unit, is of what waits for a region to be lost, and serves nobody before. */
export function isStandby(path: string): boolean {
  return waiting.test(path);
}

function ofFolder(name: string): string | undefined {
  if (words.test(name)) return name;
  return partsOf(name).find((part) => strong.test(part));
}

/** The parts of a file name that name an environment: all but the ending. */
function ofFileName(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  const parts = partsOf(dot > 0 ? name.slice(0, dot) : name);
  return parts.find((part) => words.test(part));
}

/** `non-prod` and `pre-prod` are one word: they must not read as production. */
function partsOf(name: string): readonly string[] {
  return name
    .replace(/(^|[-._])(non|pre)[-_](?=prod)/gi, '$1$2')
    .split(/[-._]/)
    .filter((part) => part !== '');
}
