import { Command, CommanderError } from 'commander';
import { processTerminal, type Terminal } from '../host/terminal.ts';
import { UserError } from '../operations/options.ts';
import { visible } from '../report/visible.ts';
import { version } from '../version.ts';
import { addDesign } from './commands/design.ts';
import { addExplain } from './commands/explain.ts';
import { addFix } from './commands/fix.ts';
import { addGraph } from './commands/graph.ts';
import { addImpact } from './commands/impact.ts';
import { addInit } from './commands/init.ts';
import { addSimulate } from './commands/simulate.ts';
import { addVerify } from './commands/verify.ts';
import { type Door, exitCodes } from './door.ts';
import { helpOfProgram, styleHelp } from './help.ts';
import { misuse } from './misuse.ts';
import { showProgress } from './progress.ts';

/** Runs the command line and answers with the exit code. Trouble is told on standard error, once, here. */
export async function run(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let code: number = exitCodes.clean;
  const progress = showProgress(terminal);
  const door: Door = {
    terminal,
    progress,
    answer: (given) => {
      code = given;
    },
  };
  const program = commandLine(door);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    progress.end();
    return tell(error, program, argv, terminal);
  }
  progress.end();
  return code;
}

function commandLine(door: Door): Command {
  const { out, err, width } = door.terminal;
  const program = new Command('plinth')
    .description(
      'Designs production platforms, and verifies infrastructure code in seven dimensions from one graph.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: out,
      writeErr: err,
      getOutHelpWidth: () => Math.min(width, 100),
      getErrHelpWidth: () => Math.min(width, 100),
      // what is wrong is told by misuse.ts
      outputError: () => {},
    });
  styleHelp(program);
  for (const add of [addVerify, addFix, addImpact, addSimulate, addDesign, addInit, addExplain, addGraph])
    add(program, door);
  return program.addHelpText('after', helpOfProgram);
}

function tell(error: unknown, program: Command, argv: readonly string[], { err }: Terminal): number {
  if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help'))
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  const wrong = error instanceof CommanderError ? misuse(error, program, argv.slice(2)) : error;
  if (wrong instanceof UserError) {
    err(`plinth: ${visible(wrong.message)}\n${wrong.hint ? `  ${visible(wrong.hint)}\n` : ''}`);
    return exitCodes.usage;
  }
  err(`plinth: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCodes.internal;
}
