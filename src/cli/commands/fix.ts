import type { Command } from 'commander';
import type { Answer } from '../program.ts';
import { addReadingOptions, readingOptions } from '../verify-options.ts';

export function addFix(program: Command, answer: Answer): void {
  const command = program
    .command('fix')
    .description('mend what a machine can mend, keeping every other byte')
    .argument('[folder]', 'the repository, or any folder of it', '.')
    .option('--dry-run', 'print the changes as a unified diff and write nothing', false)
    .option('--unsafe', 'also make changes that a person should look at', false);
  addReadingOptions(command).action(async (folder: string, flags: { dryRun: boolean; unsafe: boolean }) => {
    const { fixRepository } = await import('../../operations/fix.ts');
    const { text, code } = await fixRepository(folder, {
      ...readingOptions(flags),
      dryRun: flags.dryRun,
      unsafe: flags.unsafe,
    });
    process.stdout.write(text);
    answer(code);
  });
}
