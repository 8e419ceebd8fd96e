import type { Command } from 'commander';
import type { Answer } from '../program.ts';

export function addExplain(program: Command, _answer: Answer): void {
  program
    .command('explain')
    .description('tell what a check looks for, why, and what to do; lists all checks without an argument')
    .argument('[check]', "a check's id, or the id of the same check in another tool")
    .action(async (id?: string) => {
      const { explain } = await import('../../operations/explain.ts');
      process.stdout.write(await explain(id, process.stdout.columns ?? 100));
    });
}
