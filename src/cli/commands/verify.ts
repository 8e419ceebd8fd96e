import { type Command, InvalidArgumentError } from 'commander';
import type { Answer } from '../program.ts';
import { showProgress } from '../progress.ts';
import { addReadingOptions, addVerdictOptions, readingOptions } from '../verify-options.ts';

/** One `--format`, with the `--output` that follows it. */
interface Rendering {
  readonly format: string;
  output?: string;
}

export function addVerify(program: Command, answer: Answer): void {
  const renderings: Rendering[] = [];
  const command = program
    .command('verify')
    .description('judge a repository in seven dimensions')
    .argument('[folder]', 'the repository, or any folder of it', '.')
    .option(
      '-f, --format <name>',
      'text, json, sarif, junit, markdown, html, github, gitlab; may be given several times',
      (format) => renderings.push({ format }),
    )
    .option('-o, --output <file>', 'write the format given before it to a file', (output) => {
      const last = renderings.at(-1);
      if (!last || last.output) throw new InvalidArgumentError('give the --format that it is for before it');
      last.output = output;
    })
    .option('--fail-on-incomplete', 'exit with 3 where something could not be read', false)
    .option('--update-baseline', 'write all present findings into the baseline', false)
    .option('-q, --quiet', 'findings only', false)
    .option('-v, --verbose', 'every place of every finding', false);
  addReadingOptions(addVerdictOptions(command)).action(async (folder: string, flags: VerifyFlags) => {
    const { verifyCommand } = await import('../../operations/verify-command.ts');
    const progress = showProgress(flags.quiet);
    const { code, outputs } = await verifyCommand(folder, {
      ...readingOptions(flags),
      onProgress: progress.stage,
      failOnIncomplete: flags.failOnIncomplete,
      updateBaseline: flags.updateBaseline,
      renderings: renderings.length > 0 ? renderings : [{ format: 'text' }],
      terminal: {
        colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
        width: process.stdout.columns ?? 100,
        quiet: flags.quiet,
        verbose: flags.verbose,
      },
    });
    progress.end();
    for (const text of outputs) process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    answer(code);
  });
}

interface VerifyFlags {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly failOnIncomplete: boolean;
  readonly updateBaseline: boolean;
}
