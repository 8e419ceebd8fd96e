import type { Command } from 'commander';
import type { Door } from '../door.ts';

interface Flags {
  readonly out?: string;
  readonly dryRun?: boolean;
}

export function addDesign(program: Command, { terminal, progress, answer }: Door): void {
  program
    .command('design')
    .description('Writes a production platform from a blueprint, and keeps what you changed in it.')
    .argument('[blueprint]', 'the blueprint, or the folder of plinth.yaml (default: where you stand)')
    .optionsGroup('What is written:')
    .option('--out <folder>', 'where the files go (default: the folder of the blueprint)')
    .option('--dry-run', 'print the changes as a unified diff and write nothing')
    .action(async (blueprint: string | undefined, { out, dryRun }: Flags) => {
      const { design } = await import('../../operations/design.ts');
      progress.stage('designing');
      const printed = await design(blueprint ?? '.', {
        ...(out === undefined ? {} : { out }),
        dryRun: dryRun === true,
      });
      progress.end();
      terminal.out(printed.out);
      terminal.err(printed.notes);
      answer(printed.code);
    });
}
