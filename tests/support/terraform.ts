import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Runs the Terraform CLI in a folder, offline: providers come from a folder on this machine. */
export interface Terraform {
  /** @returns the exit status, and what was written to both outputs */
  run(folder: string, ...parameters: readonly string[]): Ran;
  /** The same with further variables of the environment. */
  runWith(variables: Record<string, string>, folder: string, ...parameters: readonly string[]): Ran;
  /** Validates a folder and runs its own tests, by the shortest way there is. */
  test(folder: string): Ran;
  /** The same without standing in the way of others. */
  start(variables: Record<string, string>, folder: string, ...parameters: readonly string[]): Promise<Ran>;
  /** Removes what it wrote. */
  close(): void;
}

export interface Ran {
  readonly ok: boolean;
  readonly stdout: string;
  /** both outputs, to be read by people */
  readonly told: string;
}

const inMirror = ['registry.terraform.io', 'hashicorp', 'aws'];

/**
 * The Terraform CLI with the AWS provider, or `undefined` where one of them is missing. Variables of the environment
 * that concern Terraform (a CLI configuration, arguments) do not reach it.
 */
export function provideTerraform(): Terraform | undefined {
  const mirror = mirrorFolder();
  if (mirror === undefined || spawnSync('terraform', ['version'], { stdio: 'ignore' }).status !== 0)
    return undefined;
  const own = mkdtempSync(join(tmpdir(), 'plinth-terraform-'));
  const config = join(own, 'cli.tfrc');
  writeFileSync(config, configOf(mirror));
  const provider = unpackedProvider(mirror);
  const unlocked = join(own, 'unlocked.tfrc');
  if (provider !== undefined) writeFileSync(unlocked, configOf(mirror, provider));
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TF_'))),
    TF_CLI_CONFIG_FILE: config,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
    // a mistake must not reach an account
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  const runWith: Terraform['runWith'] = (variables, folder, ...parameters) => {
    const { status, stdout, stderr } = spawnSync('terraform', parameters, {
      cwd: folder,
      env: { ...env, ...variables },
      encoding: 'utf8',
      timeout: 600_000,
      maxBuffer: 2 ** 28,
    });
    return { ok: status === 0, stdout, told: `${stdout}${stderr}` };
  };
  const test: Terraform['test'] = (folder) => {
    // the checksum of the provider, which is taken anew for every command, costs more than most tests
    const variables: Record<string, string> = provider === undefined ? {} : { TF_CLI_CONFIG_FILE: unlocked };
    const ready = provider === undefined ? ['init', '-backend=false'] : ['get'];
    const made = runWith(variables, folder, ...ready, '-no-color');
    return made.ok ? runWith(variables, folder, 'test', '-no-color') : made;
  };
  const start: Terraform['start'] = (variables, folder, ...parameters) =>
    new Promise((settle, fail) => {
      const child = spawn('terraform', parameters, { cwd: folder, env: { ...env, ...variables } });
      const told: string[] = [];
      const stdout: string[] = [];
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout.push(text);
        told.push(text);
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => told.push(text));
      child.on('error', fail);
      child.on('close', (status) =>
        settle({ ok: status === 0, stdout: stdout.join(''), told: told.join('') }),
      );
    });
  return {
    run: (folder, ...parameters) => runWith({}, folder, ...parameters),
    runWith,
    test,
    start,
    close: () => rmSync(own, { recursive: true }),
  };
}

/** @param provider its folder, where it is to be taken as it is: neither installed nor held against a lock file */
function configOf(mirror: string, provider?: string): string {
  const override =
    provider === undefined
      ? ''
      : `  dev_overrides {\n    "hashicorp/aws" = ${JSON.stringify(provider)}\n  }\n`;
  const path = JSON.stringify(mirror);
  return `disable_checkpoint = true\n\nprovider_installation {\n${override}  filesystem_mirror {\n    path    = ${path}\n    include = ["registry.terraform.io/*/*"]\n  }\n}\n`;
}

/**
 * A folder laid out as a mirror of providers that holds the AWS provider. `PLINTH_TERRAFORM_PLUGINS` names one; besides,
 * those are looked at where the CLI itself looks, and folders of /opt and /usr.
 *
 * Source of the usual places: developer.hashicorp.com, Terraform CLI configuration, implied local mirrors.
 */
function mirrorFolder(): string | undefined {
  const home = homedir();
  const below = ['/opt', '/usr/share', '/usr/local/share', '/usr/lib', '/usr/local/lib', '/srv'];
  const named = (process.env['PLINTH_TERRAFORM_PLUGINS'] ?? '').split(delimiter).filter((one) => one !== '');
  const usual = [
    join(home, '.terraform.d', 'plugins'),
    join(home, '.terraform.d', 'plugin-cache'),
    join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'terraform', 'plugins'),
    process.env['TF_PLUGIN_CACHE_DIR'] ?? '',
  ];
  const around = below.flatMap((folder) => foldersIn(folder, 2));
  return [...named, ...usual, ...around].find((folder) => folder !== '' && holdsProvider(folder));
}

function foldersIn(folder: string, depth: number): string[] {
  if (depth === 0) return [];
  const inner = listed(folder).map((name) => join(folder, name));
  return [...inner, ...inner.flatMap((one) => foldersIn(one, depth - 1))];
}

/** Unpacked, or packed as `terraform-provider-aws_….zip`. */
function holdsProvider(folder: string): boolean {
  const provider = join(folder, ...inMirror);
  return (
    existsSync(provider) &&
    (listed(provider, false).some(isProvider) || unpackedProvider(folder) !== undefined)
  );
}

/** The folder `VERSION/PLATFORM` that holds `terraform-provider-aws…` */
function unpackedProvider(mirror: string): string | undefined {
  const provider = join(mirror, ...inMirror);
  return foldersIn(provider, 2).find((inner) => listed(inner, false).some(isProvider));
}

function isProvider(name: string): boolean {
  return name.startsWith('terraform-provider-aws');
}

function listed(folder: string, onlyFolders = true): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !onlyFolders || entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
