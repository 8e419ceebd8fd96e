import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { terraform as target } from '../../../src/design/terraform/target.ts';
import { architectureOfExample, type designExamples } from '../../support/design-example.ts';
import { startMockAws } from '../../support/mock-aws.ts';
import type { Terraform } from '../../support/terraform.ts';
import { writtenFolder } from '../../support/written-folder.ts';
import { mockLimits } from './mock-limits.ts';
import { applyLimits, giveInputs, keepStateLocally } from './prepare-copy.ts';

/**
 * Applies the roots of an environment in their order to a mock of AWS, and plans each a second time.
 *
 * @returns what went wrong, to be read by people: a plan that is not empty does not keep the next root from its turn, an
 * apply that failed does
 */
export async function applyEnvironment(
  terraform: Terraform,
  example: (typeof designExamples)[number],
  name: string,
  which: 'all' | 'bootstrap',
  port: number,
): Promise<string[]> {
  const architecture = architectureOfExample(example);
  const environment = architecture.environments.find((one) => one.name === name)!;
  const folder = writtenFolder(target.write(architecture));
  const limits = mockLimits.filter((limit) => (limit.example ?? example) === example);
  const modules = join(folder, 'terraform', 'modules');
  for (const module of readdirSync(modules)) applyLimits(join(modules, module), limits, module);
  const roots = [
    { name: 'bootstrap', path: `terraform/bootstrap/${name}` },
    ...(which === 'all' ? environment.states : []),
  ];
  const aws = await startMockAws(environment.account, port);
  const faults: string[] = [];
  try {
    for (const [at, root] of roots.entries()) {
      const path = join(folder, root.path);
      keepStateLocally(path, (state) => join(folder, `${state}.tfstate`), root.name);
      giveInputs(path);
      applyLimits(path, limits);
      const failed = await applyRoot(terraform, path, aws.endpoint);
      faults.push(...failed.map(({ command, told }) => `${root.path}: terraform ${command}:\n${told}`));
      if (!failed.some(({ command }) => command !== 'plan')) continue;
      faults.push(...roots.slice(at + 1).map(({ path }) => `${path}: not tried`));
      break;
    }
  } finally {
    aws.close();
    rmSync(folder, { recursive: true });
  }
  return faults;
}

const inHaste = {
  // what the mock does not know it answers with an error of the server, which is asked again and again
  AWS_MAX_ATTEMPTS: '3',
  // the provider knows all of AWS, and sweeping that up time and again takes a third of its work
  GOGC: '400',
};

interface Failed {
  readonly command: string;
  readonly told: string;
}

async function applyRoot(terraform: Terraform, path: string, endpoint: string): Promise<Failed[]> {
  const commands = [
    ['init'],
    ['apply', '-auto-approve', '-parallelism=20'],
    ['plan', '-detailed-exitcode', '-parallelism=20'],
  ] as const;
  const failed: Failed[] = [];
  for (const [command, ...more] of commands) {
    const variables = { ...inHaste, AWS_ENDPOINT_URL: endpoint };
    const all = [command, ...more, '-input=false', '-no-color'];
    const { ok, told } = await terraform.start(variables, path, ...all);
    if (ok) continue;
    failed.push({ command, told: essenceOf(told) });
    if (command === 'init') break;
  }
  return failed;
}

/** What a person looks for in what Terraform told: errors, or what would be changed. */
function essenceOf(told: string): string {
  const [, begin] = /^(?:│ |╷\n│ )?(Error: |Terraform will perform)/m.exec(told) ?? [];
  return begin === undefined ? told : told.slice(told.indexOf(begin));
}
