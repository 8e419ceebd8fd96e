import { callOf } from '../syntax/shell/commands.ts';
import type { Command, Word } from '../syntax/shell/tree.ts';

/** Options that take a value of their own. */
const valued = new Set([
  '-var',
  '-var-file',
  '-target',
  '-replace',
  '-parallelism',
  '-lock-timeout',
  '-state',
  '-backup',
  '-state-out',
]);

/** A command that changes what Terraform looks after. */
export interface TerraformRun {
  readonly program: string;
  readonly does: 'apply' | 'destroy';
  readonly hasPlan: boolean;
}

/** An apply or destroy; `undefined` for any other command. */
export function terraformRunOf(command: Command): TerraformRun | undefined {
  const call = callOf(command);
  if (!call || !/^(?:terraform|tofu|terragrunt)$/.test(call.name)) return undefined;
  const verb = call.args.findIndex(({ text }) => text === 'apply' || text === 'destroy');
  const before = call.args.slice(0, verb);
  if (verb < 0 || before.some(({ text }) => !text.startsWith('-') && text !== 'run-all' && text !== 'run'))
    return undefined;
  const rest = call.args.slice(verb + 1);
  if (rest.some(({ text }) => /^--?(?:help|h)$/.test(text))) return undefined;
  const isDestroy = call.args[verb]!.text === 'destroy' || rest.some(({ text }) => /^--?destroy$/.test(text));
  return { program: call.name, does: isDestroy ? 'destroy' : 'apply', hasPlan: hasPlanFile(rest) };
}

function hasPlanFile(args: readonly Word[]): boolean {
  return args.some(
    ({ text }, at) => !text.startsWith('-') && !valued.has(args[at - 1]?.text.replace(/^--/, '-') ?? ''),
  );
}
