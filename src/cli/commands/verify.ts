import type { Command } from 'commander';
import { severities } from '../../model/dimension.ts';
import type { VerifyOptions } from '../../operations/options.ts';
import { formats } from '../../report/formats.ts';
import type { Door } from '../door.ts';
import { helpOfVerify } from '../help.ts';
import { oneOf, onlyFolder } from '../misuse.ts';
import { Renderings } from '../renderings.ts';
import { addCheckOption, addReadingOptions, collect, readingOptions } from '../verify-options.ts';

interface Flags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly failOn?: VerifyOptions['failOn'];
  readonly failOnIncomplete?: boolean;
  readonly compliance?: readonly string[];
  readonly simulate?: boolean;
  readonly changedSince?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

export function addVerify(program: Command, door: Door): void {
  const renderings = new Renderings();
  const formatNames = Object.keys(formats);
  const isFormat = oneOf('--format', formatNames);
  const command = program
    .command('verify')
    .description('Judges a repository in seven dimensions.')
    .argument('[folder]', 'the repository, or any folder of it (default: where you stand)')
    .allowExcessArguments()
    .optionsGroup('What is shown:')
    .option('-f, --format <name>', `${formatNames.join(', ')}; repeatable (default: text)`, (name) =>
      renderings.addFormat(isFormat(name)),
    )
    .option('-o, --output <file>', 'write the format that is given beside it to a file', (file) =>
      renderings.addOutput(file),
    )
    .option('-q, --quiet', 'only findings that fail the run, and the outcome')
    .option('-v, --verbose', 'every place of every finding')
    .option(
      '--compliance <framework>',
      'hold the verdict against its controls: pci-dss, soc2, hipaa, gdpr, cis-aws …; repeatable',
      collect,
    )
    .optionsGroup('What counts:')
    .option(
      '--fail-on <severity>',
      `lowest severity that fails the run: ${severities.join(', ')}, or none (default: high)`,
      oneOf('--fail-on', [...severities, 'none']),
    )
    .option('--fail-on-incomplete', 'exit with 3 where something could not be read');
  addCheckOption(command)
    .option('--simulate', 'also fail nodes, zones and services, and judge what comes of it')
    .option('--changed-since <revision>', 'only what is new since a git revision')
    .option(
      '--baseline <file>',
      'findings that are known and fail nothing (default: plinth.baseline.yaml in the folder)',
    )
    .option('--update-baseline', 'write all present findings into the baseline');
  addReadingOptions(command)
    .addHelpText('after', helpOfVerify)
    .action(async (_: string, flags: Flags) => {
      const asked = renderings.settle();
      const { terminal, progress } = door;
      const { verifyCommand } = await import('../../operations/verify-command.ts');
      const { out, notes, code } = await verifyCommand(onlyFolder(command), {
        ...readingOptions(flags),
        ...(flags.failOn ? { failOn: flags.failOn } : {}),
        ...(flags.baseline ? { baseline: flags.baseline } : {}),
        ...(flags.simulate ? { simulate: true } : {}),
        ...(flags.changedSince === undefined ? {} : { changedSince: flags.changedSince }),
        ...(flags.compliance ? { compliance: flags.compliance } : {}),
        ...(flags.quiet ? {} : { onProgress: progress.stage }),
        ...(asked ? { renderings: asked } : {}),
        failOnIncomplete: flags.failOnIncomplete === true,
        updateBaseline: flags.updateBaseline === true,
        terminal: {
          colour: terminal.colour,
          width: terminal.width,
          quiet: flags.quiet === true,
          verbose: flags.verbose === true,
        },
      });
      progress.end();
      terminal.err(notes);
      terminal.out(out);
      door.answer(code);
    });
}
