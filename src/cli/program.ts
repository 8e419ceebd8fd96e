import { Command, CommanderError } from 'commander';
import { UserError } from '../operations/options.ts';
import { version } from '../version.ts';
import { addExplain } from './commands/explain.ts';
import { addFix } from './commands/fix.ts';
import { addGraph } from './commands/graph.ts';
import { addVerify } from './commands/verify.ts';

/** What a process answers, as `docs/guide` states it. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;

/** A door's answer: the exit code of the process. */
export type Answer = (code: number) => void;

/** Runs the command line and answers with the exit code. Trouble is told on standard error, once, here. */
export async function run(argv: readonly string[]): Promise<number> {
  let code: number = exitCodes.clean;
  const answer: Answer = (given) => {
    code = given;
  };
  const program = new Command('plinth')
    .description('Verifies infrastructure code in seven dimensions from one graph.')
    .version(version, '-V, --version')
    .showHelpAfterError('(run with --help for the options)')
    .exitOverride();
  for (const add of [addVerify, addFix, addExplain, addGraph]) add(program, answer);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    if (error instanceof UserError) {
      process.stderr.write(`plinth: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ''}`);
      return exitCodes.usage;
    }
    process.stderr.write(
      `plinth: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return exitCodes.internal;
  }
  return code;
}
