import { type Command, Option } from 'commander';
import type { Answer } from '../program.ts';
import { addReadingOptions, readingOptions } from '../verify-options.ts';

export function addGraph(program: Command, _answer: Answer): void {
  const command = program
    .command('graph')
    .description('print the resources of a repository and how they hang together')
    .argument('[folder]', 'the repository, or any folder of it', '.')
    .addOption(
      new Option('-f, --format <name>', 'how it is printed')
        .choices(['json', 'dot', 'mermaid'])
        .default('json'),
    );
  addReadingOptions(command).action(async (folder: string, flags: { format: 'json' | 'dot' | 'mermaid' }) => {
    const { printGraph } = await import('../../operations/print-graph.ts');
    process.stdout.write(await printGraph(folder, flags.format, readingOptions(flags)));
  });
}
