import { type Argument, type Command, Help, type Option } from 'commander';

/** Help that shows a default only where the description says it, and a command with what it is given. */
export function styleHelp(program: Command): void {
  program.configureHelp({
    subcommandTerm: (command) =>
      [command.name(), ...command.registeredArguments.map((one) => `[${one.name()}]`)].join(' '),
    subcommandDescription: (command) => command.summary() || lowered(command.description()),
    optionDescription: (option: Option) => option.description,
    argumentDescription: (argument: Argument) => argument.description,
    commandUsage: usageOf,
  });
}

/** The usage as people write it: options behind the folder, although any order works. */
function usageOf(command: Command): string {
  if (!command.parent) return `${command.name()} <command> [options]`;
  const usage = new Help().commandUsage(command);
  return usage.includes('[options] ') ? `${usage.replace('[options] ', '')} [options]` : usage;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

const exitCodesInWords = `Exit codes:
  0  nothing at or above --fail-on (default: high)
  1  findings at or above it
  2  wrong usage, or nothing found under a configuration that is wrong
  3  nothing was read; or not all, and --fail-on-incomplete was given;
     or an internal error`;

export const helpOfProgram = `
Examples:
  plinth verify .                         judge where you stand
  plinth fix . --dry-run                  what can be mended, as a diff
  plinth explain kubernetes/run-as-root   why it matters, and what to do
  plinth graph . --format mermaid         how everything hangs together
  plinth impact aws_db_instance.orders    what happens when it fails
  plinth simulate .                       what goes on serving when parts fail
  plinth design plinth.yaml --dry-run     the platform that a blueprint asks for, as a diff

${exitCodesInWords}

Every option of a command: plinth <command> --help`;

export const helpOfVerify = `
Examples:
  plinth verify . --format sarif --output out.sarif --format text
  plinth verify . --changed-since origin/main
  plinth verify . --check 'contracts/*' --fail-on medium

${exitCodesInWords}`;

export const helpOfFix = `
Every change is tried on a copy and verified again; a file that would get worse
is left as it is.

Examples:
  plinth fix . --dry-run | git apply
  plinth fix . --unsafe --check github-actions/action-not-pinned`;
