import { type Command, InvalidArgumentError } from 'commander';
import type { VerifyOptions } from '../operations/options.ts';

/** What commander makes of the options below. */
interface Flags {
  readonly render: boolean;
  readonly varFile?: readonly string[];
  readonly var?: Readonly<Record<string, string>>;
  readonly exclude?: readonly string[];
  readonly check?: readonly string[];
  readonly kubernetesVersion?: string;
  readonly config?: string;
  readonly ownChecks?: string;
}

/** Adds the options that say what is read, shared by every command that reads. */
export function addReadingOptions(command: Command): Command {
  return command
    .optionsGroup('What is read:')
    .option('--config <file>', 'configuration (default: plinth.config.yaml in the folder)')
    .option('--own-checks <folder>', 'run checks of your own, which are code: see the guide')
    .option('--exclude <pattern>', 'leave out matching paths; repeatable', collect)
    .option('--var-file <file>', 'Terraform variables file; repeatable', collect)
    .option('--var <name=value>', 'Terraform variable; repeatable', collectPair)
    .option(
      '--kubernetes-version <version>',
      'hold manifests against the API of this version, such as 1.33 (default: the newest known)',
      checkVersion,
    )
    .option('--no-render', 'do not render overlays and charts with the tools on PATH');
}

export function addCheckOption(command: Command): Command {
  return command.option(
    '--check <id>',
    "only this check: an id, a family as kubernetes/*, or another tool's id; repeatable",
    collect,
  );
}

export function readingOptions(flags: object): VerifyOptions {
  const { render, varFile, var: vars, exclude, check, kubernetesVersion, config, ownChecks } = flags as Flags;
  return {
    render,
    ...(varFile ? { varFiles: varFile } : {}),
    ...(vars ? { vars } : {}),
    ...(exclude ? { exclude } : {}),
    ...(check ? { only: check } : {}),
    ...(kubernetesVersion ? { kubernetesVersion } : {}),
    ...(config ? { config } : {}),
    ...(ownChecks === undefined ? {} : { ownChecks }),
  };
}

export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function collectPair(value: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.');
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}

function checkVersion(value: string): string {
  const found = /^v?(1\.\d+)(\.\d+)?$/.exec(value);
  if (!found) throw new InvalidArgumentError('Write it as 1.33.');
  return found[1]!;
}
