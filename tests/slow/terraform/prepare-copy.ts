import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MockLimit } from './mock-limit.ts';

/**
 * Lets a root keep its state in a file, and read the states of others from theirs: the mock takes the rule that only
 * TLS may reach a bucket for one that forbids everything. The code itself stays as it is: overrides are laid beside it.
 */
export function keepStateLocally(root: string, stateFile: (state: string) => string, name: string): void {
  const remote = join(root, 'remote-state.tf');
  const read = existsSync(remote)
    ? [...readFileSync(remote, 'utf8').matchAll(/^data "terraform_remote_state" "(\w+)"/gm)].map((m) => m[1]!)
    : [];
  const parts = [
    `terraform {\n  backend "local" {\n    path = ${JSON.stringify(stateFile(name))}\n  }\n}\n`,
    ...read.map(
      (state) =>
        `data "terraform_remote_state" "${state}" {\n  backend = "local"\n  config = {\n    path = ${JSON.stringify(stateFile(state))}\n  }\n}\n`,
    ),
  ];
  writeFileSync(join(root, 'zz_override.tf'), parts.join('\n'));
}

/** Gives a root what its own test gives it for want of a pipeline: images and packages. */
export function giveInputs(root: string): void {
  const test = readFileSync(join(root, 'tests', 'plan.tftest.hcl'), 'utf8');
  const [, given] = /^variables \{\n([\s\S]*?)^\}/m.exec(test) ?? [];
  if (given !== undefined) writeFileSync(join(root, 'zz.auto.tfvars'), given);
}

/**
 * Lays an override beside what the mock cannot do.
 *
 * @param folder a root, or a module
 * @param module its name, where it is one
 */
export function applyLimits(folder: string, limits: readonly MockLimit[], module?: string): void {
  const text = readdirSync(folder)
    .filter((name) => name.endsWith('.tf'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const own = limits.filter((limit) => limit.module === module && text.includes(headOf(limit)));
  if (own.length === 0) return;
  writeFileSync(join(folder, 'zz_limits_override.tf'), own.map(overrideOf).join('\n'));
  writeFileSync(join(folder, 'zz_limits.tf'), own.map(({ besides }) => besides ?? '').join('\n'));
}

/** The line that its block begins with. */
export function headOf({ resource }: MockLimit): string {
  const [name, type, kind = 'resource'] = resource.split('.').reverse();
  return `${kind} "${type}" "${name}" {`;
}

function overrideOf(limit: MockLimit): string {
  const body = bodyOf(limit.without);
  return [body === undefined ? '' : `${headOf(limit)}\n${body}\n}\n`, limit.instead ?? ''].join('\n');
}

function bodyOf(without: MockLimit['without']): string | undefined {
  if (without === 'count') return '  count = 0';
  if (without === 'for_each') return '  for_each = {}';
  if (without.length > 0) return `  lifecycle {\n    ignore_changes = [${without.join(', ')}]\n  }`;
  return undefined;
}
