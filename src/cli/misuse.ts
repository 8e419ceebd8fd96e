import type { Command, CommanderError } from 'commander';
import { nearest } from '../config/nearest.ts';
import { UserError } from '../operations/options.ts';

/**
 * Says in our own form what commander found wrong: what is wrong, and on a second line what to do instead.
 * @param given the words behind `plinth`
 */
export function misuse(error: CommanderError, program: Command, given: readonly string[]): UserError {
  const command = program.commands.find((one) => one.name() === given.find((word) => !word.startsWith('-')));
  const [what, suggestion] = error.message.replace(/^error: /, '').split('\n');
  const help = `${command ? `plinth ${command.name()}` : 'plinth'} --help tells all options`;
  if (error.code === 'commander.unknownCommand') return unknownCommand(program, given);
  const meant = suggestion && /^\((Did .*)\)$/.exec(suggestion)?.[1];
  return new UserError(what!.replace(/\.$/, ''), meant ? meant.replace('Did', 'did') : help);
}

function unknownCommand(program: Command, given: readonly string[]): UserError {
  const word = given.find((one) => !one.startsWith('-'))!;
  const names = program.commands.map((command) => command.name());
  const meant = nearest(word, names);
  return new UserError(
    `there is no command ${word}`,
    meant && !word.includes('/')
      ? `did you mean plinth ${meant}?`
      : `to verify a folder: plinth verify ${word}; the commands are ${names.join(', ')}`,
  );
}

/** For an option whose value is one of a few names. @throws UserError with the nearest one */
export function oneOf(option: string, names: readonly string[]): (value: string) => string {
  return (value) => {
    if (names.includes(value)) return value;
    const meant = nearest(value, names);
    throw new UserError(
      `${option} cannot be ${value || 'empty'}`,
      `${meant ? `did you mean ${meant}? ` : ''}it is one of ${names.join(', ')}`,
    );
  };
}

/** The folder that a command is given. @throws UserError where there are several */
export function onlyFolder(command: Command): string {
  const [folder = '.', ...more] = command.args;
  if (more.length === 0) return folder;
  throw new UserError(
    `${command.name()} takes one folder, and was given ${command.args.join(' and ')}`,
    `give the folder that holds them all, since they may break each other: ${commonFolder(command.args)}`,
  );
}

function commonFolder(folders: readonly string[]): string {
  const parts = folders.map((folder) => folder.replace(/\/+$/, '').split('/'));
  const first = parts[0]!;
  const shared = first.findIndex((part, at) => parts.some((other) => other[at] !== part));
  return (
    first.slice(0, shared < 0 ? first.length : shared).join('/') || (folders[0]!.startsWith('/') ? '/' : '.')
  );
}
