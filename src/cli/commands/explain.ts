import type { Command } from 'commander';
import type { Door } from '../door.ts';

export function addExplain(program: Command, { terminal }: Door): void {
  program
    .command('explain')
    .description('Tells what a check looks for, why, and what to do; lists the checks without an argument.')
    .summary('what a check looks for, why, and what to do')
    .argument(
      '[check]',
      "a check's id, a family as kubernetes/*, or the id of the same check in another tool",
    )
    .action(async (name?: string) => {
      const { explain } = await import('../../operations/explain.ts');
      terminal.out(await explain(name, terminal.width));
    });
}
