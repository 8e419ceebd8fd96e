import { type Command, InvalidArgumentError } from 'commander';
import type { GraphFormat } from '../../operations/print-graph.ts';
import type { Door } from '../door.ts';
import { oneOf, onlyFolder } from '../misuse.ts';
import { addReadingOptions, collect, readingOptions } from '../verify-options.ts';

const formats: readonly GraphFormat[] = ['json', 'dot', 'mermaid'];

interface Flags {
  readonly format?: GraphFormat;
  readonly around?: string;
  readonly depth?: number;
  readonly type?: readonly string[];
}

export function addGraph(program: Command, { terminal, progress, answer }: Door): void {
  const command = program
    .command('graph')
    .description('Prints the resources of a repository and how they hang together.')
    .argument('[folder]', 'the repository, or any folder of it (default: where you stand)')
    .allowExcessArguments()
    .optionsGroup('What is shown:')
    .option('-f, --format <name>', `${formats.join(', ')} (default: json)`, oneOf('--format', formats))
    .option('--around <address>', 'what hangs together with a resource; * stands for any text')
    .option('--depth <relations>', 'how far around it (default: 1)', checkDepth)
    .option('--type <type>', 'only resources of this type, as aws_iam_*; repeatable', collect);
  addReadingOptions(command).action(async (_: string, flags: Flags) => {
    const { printGraph } = await import('../../operations/print-graph.ts');
    const { out, notes, code } = await printGraph(onlyFolder(command), {
      ...readingOptions(flags),
      onProgress: progress.stage,
      format: flags.format ?? 'json',
      ...(flags.around === undefined ? {} : { around: flags.around }),
      ...(flags.depth === undefined ? {} : { depth: flags.depth }),
      ...(flags.type ? { types: flags.type } : {}),
    });
    progress.end();
    terminal.out(out);
    terminal.err(notes);
    answer(code);
  });
}

function checkDepth(value: string): number {
  if (!/^\d{1,3}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}
