import type { Command } from 'commander';
import { type Change, changes } from '../../impact/effect.ts';
import { UserError } from '../../operations/options.ts';
import { impactFormatNames as formats, type ImpactFormat } from '../../report/impact/options.ts';
import type { Door } from '../door.ts';
import { oneOf } from '../misuse.ts';
import { addReadingOptions, readingOptions } from '../verify-options.ts';

interface Flags {
  readonly change?: Change;
  readonly changedSince?: string;
  readonly environment?: string;
  readonly format?: ImpactFormat;
  readonly output?: string;
  readonly verbose?: boolean;
}

const help = `
Examples:
  plinth impact aws_db_instance.orders --change destroy
  plinth impact Deployment/shop/api infrastructure --environment prod
  plinth impact terraform/main.tf:42 --format html --output impact.html
  plinth impact --changed-since origin/main`;

export function addImpact(program: Command, { terminal, progress, answer }: Door): void {
  const command = program
    .command('impact')
    .description('Tells what happens when a resource changes or fails, and what contains it.')
    .argument('[resource]', 'an address or its end, type/name, or file:line')
    .argument('[folder]', 'the repository, or any folder of it (default: where you stand)')
    .allowExcessArguments()
    .optionsGroup('What is asked:')
    .option('--change <kind>', `${changes.join(', ')} (default: unavailable)`, oneOf('--change', changes))
    .option('--environment <name>', 'the one that is meant, where several hold the resource')
    .option('--changed-since <revision>', 'the impact of each resource changed since a git revision')
    .optionsGroup('What is shown:')
    .option('-f, --format <name>', `${formats.join(', ')} (default: text)`, oneOf('--format', formats))
    .option('-o, --output <file>', 'write it to a file')
    .option('-v, --verbose', 'everything that is hit, with every way');
  addReadingOptions(command)
    .addHelpText('after', help)
    .action(async (_resource: string, _folder: string, flags: Flags) => {
      const { resource, folder } = wanted(command.args, flags);
      const { impactCommand } = await import('../../operations/impact.ts');
      const { out, notes, code } = await impactCommand(folder, {
        ...readingOptions(flags),
        onProgress: progress.stage,
        ...(resource === undefined ? {} : { resource }),
        ...(flags.change ? { change: flags.change } : {}),
        ...(flags.environment === undefined ? {} : { environment: flags.environment }),
        ...(flags.changedSince === undefined ? {} : { changedSince: flags.changedSince }),
        ...(flags.output === undefined ? {} : { output: flags.output }),
        format: flags.format ?? 'text',
        terminal: { colour: terminal.colour, width: terminal.width, verbose: flags.verbose === true },
      });
      progress.end();
      terminal.out(out);
      terminal.err(notes);
      answer(code);
    });
}

/** With a revision, the changes say which resources are meant, and only a folder is given. @throws UserError */
function wanted(
  args: readonly string[],
  { changedSince, change }: Flags,
): { readonly resource?: string; readonly folder: string } {
  if (changedSince === undefined) {
    const [resource, folder = '.', ...more] = args;
    if (more.length > 0)
      throw new UserError(
        `impact takes one resource and one folder, and was given ${args.join(' and ')}`,
        'quote an address that holds spaces or brackets',
      );
    return { ...(resource === undefined ? {} : { resource }), folder };
  }
  const [folder = '.', ...more] = args;
  if (more.length > 0)
    throw new UserError(
      '--changed-since takes a folder and no resource',
      'the changes since the revision say which resources are meant',
    );
  if (change !== undefined)
    throw new UserError('--changed-since and --change exclude each other', 'what has changed says how');
  return { folder };
}
