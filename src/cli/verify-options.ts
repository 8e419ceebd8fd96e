import { type Command, InvalidArgumentError, Option } from 'commander';
import { severities } from '../model/dimension.ts';
import type { VerifyOptions } from '../operations/options.ts';

/** What commander makes of the options below. */
interface Flags {
  failOn?: VerifyOptions['failOn'];
  kubernetesVersion?: string;
  render: boolean;
  varFile: string[];
  var: Record<string, string>;
  exclude: string[];
  check: string[];
  config?: string;
  baseline?: string;
  changedSince?: string;
}

/** Adds the options that say what is read and judged, shared by every command that does. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--config <file>', 'configuration file (default: plinth.config.yaml in the folder)')
    .option('--check <id>', 'run only this check or family/*; may be given several times', collect, [])
    .option('--exclude <pattern>', 'leave out matching paths; may be given several times', collect, [])
    .option('--var-file <file>', 'Terraform variables file; may be given several times', collect, [])
    .option('--var <name=value>', 'Terraform variable; may be given several times', collectPair, {})
    .option(
      '--kubernetes-version <version>',
      'API version that manifests are held against, as 1.33',
      checkVersion,
    )
    .option('--no-render', 'do not render overlays and charts with the tools on PATH');
}

export function addVerdictOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that fails the run (default: high)').choices([
        ...severities,
        'none',
      ]),
    )
    .option(
      '--baseline <file>',
      'findings that are known and do not fail the run (default: plinth.baseline.yaml)',
    )
    .option('--changed-since <revision>', 'report only what is new since a git revision');
}

export function readingOptions(flags: object): VerifyOptions {
  const given = flags as Flags;
  return {
    render: given.render,
    varFiles: given.varFile,
    vars: given.var,
    exclude: given.exclude,
    only: given.check,
    ...(given.failOn ? { failOn: given.failOn } : {}),
    ...(given.kubernetesVersion ? { kubernetesVersion: given.kubernetesVersion } : {}),
    ...(given.config ? { config: given.config } : {}),
    ...(given.baseline ? { baseline: given.baseline } : {}),
    ...(given.changedSince ? { changedSince: given.changedSince } : {}),
  };
}

export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function collectPair(value: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = value.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('write it as name=value');
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}

function checkVersion(value: string): string {
  const found = /^v?(1\.\d+)(\.\d+)?$/.exec(value);
  if (!found) throw new InvalidArgumentError('write it as 1.33');
  return found[1]!;
}
