import type { Command } from 'commander';
import type { Door } from '../door.ts';
import { helpOfFix } from '../help.ts';
import { onlyFolder } from '../misuse.ts';
import { addCheckOption, addReadingOptions, readingOptions } from '../verify-options.ts';

interface Flags {
  readonly dryRun?: boolean;
  readonly unsafe?: boolean;
  readonly simulate?: boolean;
}

export function addFix(program: Command, { terminal, progress, answer }: Door): void {
  const command = program
    .command('fix')
    .description('Mends what a machine can mend, keeping every other byte.')
    .argument('[folder]', 'the repository, or any folder of it (default: where you stand)')
    .allowExcessArguments()
    .optionsGroup('What is mended:')
    .option('--dry-run', 'print the changes as a unified diff and write nothing')
    .option('--unsafe', 'also make changes that a person should look at')
    .option('--simulate', 'also what a simulation of failures finds');
  addReadingOptions(addCheckOption(command))
    .addHelpText('after', helpOfFix)
    .action(async (_: string, flags: Flags) => {
      const { fixRepository } = await import('../../operations/fix.ts');
      const { out, notes, code } = await fixRepository(onlyFolder(command), {
        ...readingOptions(flags),
        onProgress: progress.stage,
        ...(flags.simulate ? { simulate: true } : {}),
        dryRun: flags.dryRun === true,
        unsafe: flags.unsafe === true,
      });
      progress.end();
      terminal.out(out);
      terminal.err(notes);
      answer(code);
    });
}
