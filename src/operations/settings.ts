import { ids } from '../checks/generated/ids.ts';
import { type Config, configPaths, defaultConfig } from '../config/config.ts';
import { type Policy, policyOf, unknownChecks } from '../config/policy.ts';
import { readFileIn } from '../host/disk-repository.ts';
import type { Severity } from '../model/dimension.ts';
import { knownVersions, newestVersion } from '../read/kubernetes/api-version.ts';
import { type Problems, UserError, type VerifyOptions } from './options.ts';

/** What holds for a run: what was asked for, over the configuration file, over the defaults. */
export interface Settings {
  readonly config: Config;
  readonly policy: Policy;
  readonly failOn: Severity | 'none';
  readonly kubernetesVersion: string;
  readonly varFiles: readonly string[];
  readonly vars: Readonly<Record<string, string>>;
  /** relative to the folder */
  readonly baseline: string;
}

/** Reads the configuration of a folder and lays the options over it. @throws UserError where the file asked for is not there */
export async function settle(folder: string, options: VerifyOptions, problems: Problems): Promise<Settings> {
  const written = await configOf(folder, options, problems);
  const kubernetesVersion = options.kubernetesVersion ?? written.kubernetesVersion ?? newestVersion;
  if (!knownVersions.includes(kubernetesVersion))
    throw new UserError(
      `the API of Kubernetes ${kubernetesVersion} is not known`,
      `choose from ${knownVersions[0]} to ${newestVersion}`,
    );
  const config = { ...written, exclude: [...written.exclude, ...(options.exclude ?? [])] };
  return {
    config,
    policy: await policyOf(config),
    failOn: options.failOn ?? config.failOn,
    kubernetesVersion,
    varFiles: options.varFiles?.length ? options.varFiles : config.terraform.varFiles,
    vars: { ...config.terraform.vars, ...options.vars },
    baseline: options.baseline ?? config.baseline,
  };
}

async function configOf(folder: string, options: VerifyOptions, problems: Problems): Promise<Config> {
  for (const path of options.config ? [options.config] : configPaths) {
    const file = readFileIn(folder, path, problems.add);
    if (!file) continue;
    const { loadConfig } = await import('../config/load-config.ts');
    const loaded = await loadConfig(file);
    [...loaded.problems, ...unknownChecks(loaded.config, ids)].forEach(problems.add);
    return loaded.config;
  }
  if (options.config)
    throw new UserError(
      `there is no configuration file ${options.config}`,
      'give its path relative to the folder',
    );
  return defaultConfig;
}
