import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MockLimit } from './mock-limits.ts';

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

/** Lays an override into each module that holds what the mock cannot do */
export function applyLimits(modules: string, limits: readonly MockLimit[]): void {
  for (const module of new Set(limits.map(({ module }) => module))) {
    const folder = join(modules, module);
    if (!existsSync(folder)) continue;
    const own = limits.filter((limit) => limit.module === module);
    writeFileSync(join(folder, 'zz_override.tf'), own.map(overrideOf).join('\n'));
  }
}

function overrideOf({ resource, without, outputs = {} }: MockLimit): string {
  const [type, name] = resource.split('.');
  const body =
    without === 'count'
      ? '  count = 0'
      : without === 'for_each'
        ? '  for_each = {}'
        : `  lifecycle {\n    ignore_changes = [${without.join(', ')}]\n  }`;
  const told = Object.entries(outputs).map(
    ([label, value]) => `output "${label}" {\n  value = ${JSON.stringify(value)}\n}\n`,
  );
  return [`resource "${type}" "${name}" {\n${body}\n}\n`, ...told].join('\n');
}
