import { resolve } from 'node:path';
import type { AnyCheck } from '../checks/check.ts';
import { ids } from '../checks/generated/ids.ts';
import { type Config, configPaths, defaultConfig } from '../config/config.ts';
import { type Policy, policyOf, unknownChecks } from '../config/policy.ts';
import { readFileIn } from '../host/disk-repository.ts';
import { givenFile, leadsOut, readGivenFile, seenFrom } from '../host/given-file.ts';
import type { Severity } from '../model/dimension.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/source-file.ts';
import { knownVersions, newestVersion } from '../read/kubernetes/api-version.ts';
import { simulationIds } from '../simulation/findings/ids.ts';
import { meansCheck } from '../verdict/select-checks.ts';
import { type Problems, UserError, type VerifyOptions } from './options.ts';
import { requireFolder } from './require-folder.ts';

/** What holds for a run: what was asked for, over the configuration file, over the defaults. */
export interface Settings {
  readonly config: Config;
  readonly policy: Policy;
  readonly failOn: Severity | 'none';
  readonly kubernetesVersion: string;
  readonly varFiles: readonly string[];
  readonly vars: Readonly<Record<string, string>>;
  /** relative to the folder; absolute where it lies outside of it */
  readonly baseline: string;
  /** how much in the configuration file is wrong, and was left out of it */
  readonly faults: number;
  /** checks that the user brings */
  readonly own: readonly AnyCheck[];
  /** ids of the checks that were asked for; all run where it is not given */
  readonly only?: ReadonlySet<string>;
}

/**
 * Reads the configuration of a folder and lays the options over it.
 * @param options with `updateBaseline`, the baseline that they name is yet to be written
 * @throws UserError where the folder or an option is wrong
 */
export async function settle(
  folder: string,
  options: VerifyOptions & { readonly updateBaseline?: boolean },
  problems: Problems,
): Promise<Settings> {
  requireFolder(folder);
  const { config: written, faults, own } = await configOf(folder, options, problems);
  const kubernetesVersion = options.kubernetesVersion ?? written.kubernetesVersion ?? newestVersion;
  if (!knownVersions.includes(kubernetesVersion))
    throw new UserError(
      `the API of Kubernetes ${kubernetesVersion} is not known`,
      `choose from ${knownVersions[0]} to ${newestVersion}`,
    );
  const only = await checksAskedFor(options, own);
  const config = { ...written, exclude: [...written.exclude, ...(options.exclude ?? [])] };
  return {
    config,
    policy: await policyOf(config),
    failOn: options.failOn ?? config.failOn,
    kubernetesVersion,
    varFiles: options.varFiles?.length
      ? options.varFiles.map((path) => variablesFile(folder, path))
      : config.terraform.varFiles,
    vars: { ...config.terraform.vars, ...options.vars },
    baseline: baselinePath(folder, options) ?? config.baseline,
    faults,
    own,
    ...(only ? { only } : {}),
  };
}

async function checksAskedFor(
  { only = [] }: VerifyOptions,
  own: readonly AnyCheck[],
): Promise<ReadonlySet<string> | undefined> {
  if (only.length === 0) return undefined;
  const known = [...ids, ...simulationIds, ...own.map(({ id }) => id)];
  return new Set((await Promise.all(only.map((name) => checksNamed(name, known)))).flat());
}

async function checksNamed(name: string, known: readonly string[]): Promise<readonly string[]> {
  const named = known.filter((id) => meansCheck(name, id));
  if (named.length > 0) return named;
  const { findChecks } = await import('./find-checks.ts');
  return (await findChecks(name)).map(({ id }) => id);
}

async function configOf(
  folder: string,
  options: VerifyOptions,
  problems: Problems,
): Promise<{ readonly config: Config; readonly faults: number; readonly own: readonly AnyCheck[] }> {
  const file = configFile(folder, options, problems);
  const faults: Problem[] = [];
  const report = (problem: Problem) => {
    faults.push(problem);
    problems.add(problem);
  };
  const config = file ? await load(file, report) : defaultConfig;
  const own =
    config.ownChecks.length > 0 || options.ownChecks !== undefined
      ? await (await import('./own-checks.ts')).ownChecks(
          folder,
          config,
          options,
          [...ids, ...simulationIds],
          report,
        )
      : [];
  unknownChecks(config, [...ids, ...simulationIds, ...own.map(({ id }) => id)]).forEach(report);
  return { config, faults: faults.length, own };
}

async function load(file: SourceFile, report: (problem: Problem) => void): Promise<Config> {
  const { loadConfig } = await import('../config/load-config.ts');
  const { config, problems } = await loadConfig(file);
  problems.forEach(report);
  return config;
}

function configFile(folder: string, { config }: VerifyOptions, problems: Problems): SourceFile | undefined {
  if (config === undefined) {
    for (const path of configPaths) {
      const file = readFileIn(folder, path, problems.add);
      if (file) return file;
    }
    return undefined;
  }
  const path = givenFile(folder, config);
  const file = path === undefined ? undefined : readGivenFile(folder, path, problems.add);
  if (!file) throw new UserError(`there is no configuration file ${config}`, lookedFor(folder));
  return file;
}

function variablesFile(folder: string, given: string): string {
  const path = givenFile(folder, given);
  if (path === undefined) throw new UserError(`there is no variables file ${given}`, lookedFor(folder));
  if (leadsOut(path))
    throw new UserError(
      `the variables file ${given} is not in ${folder}`,
      'verify the folder that holds both',
    );
  return path;
}

function baselinePath(
  folder: string,
  { baseline, updateBaseline }: Parameters<typeof settle>[1],
): string | undefined {
  if (baseline === undefined) return undefined;
  const path = givenFile(folder, baseline) ?? (updateBaseline ? seenFrom(folder, baseline) : undefined);
  if (path === undefined)
    throw new UserError(
      `there is no baseline ${baseline}`,
      `${lookedFor(folder)}; --update-baseline writes a new one`,
    );
  return leadsOut(path) ? resolve(folder, path) : path;
}

function lookedFor(folder: string): string {
  return `it was looked for from here, and from ${folder}`;
}
