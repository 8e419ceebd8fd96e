import { callOf } from './commands.ts';
import type { Pipeline, Range } from './tree.ts';

const fetchers = new Set(['curl', 'wget', 'fetch', 'aria2c']);
const interpreters = /^(?:sh|bash|dash|ash|zsh|ksh|python[\d.]*|perl|ruby|node|php|pwsh)$/;

export interface ScriptDownload extends Range {
  readonly fetcher: string;
  readonly interpreter: string;
  /** stable when lines move */
  readonly key: string;
}

/** Where something fetched from the network is handed to an interpreter: `curl … | sh`, `sh -c "$(curl …)"`, `bash <(curl …)`. */
export function downloadsToInterpreter(pipelines: readonly Pipeline[]): readonly ScriptDownload[] {
  const found: ScriptDownload[] = [];
  for (const pipeline of pipelines) {
    const { commands } = pipeline;
    const names = commands.map((command) => callOf(command)?.name ?? '');
    const first = names.findIndex((name) => fetchers.has(name));
    const last = names.findIndex(
      (name, at) => at > first && interpreters.test(name) && readsInput(pipeline, at),
    );
    if (first >= 0 && last > first)
      found.push({
        ...rangeOf(pipeline),
        fetcher: names[first]!,
        interpreter: names[last]!,
        key: addressOf(pipeline),
      });
    for (const [at, command] of commands.entries()) {
      if (
        !interpreters.test(names[at]!) &&
        names[at] !== 'eval' &&
        names[at] !== 'source' &&
        names[at] !== '.'
      )
        continue;
      for (const { substitutions } of command.words)
        for (const inner of substitutions) {
          const fetcher = callOf(inner.commands[0]!)?.name ?? '';
          if (fetchers.has(fetcher))
            found.push({
              start: command.start,
              end: command.end,
              fetcher,
              interpreter: names[at]!,
              key: addressOf(inner),
            });
        }
    }
  }
  return found;
}

/** Whether an interpreter reads its program from the pipe: not where it is given a file or a program. */
function readsInput(pipeline: Pipeline, at: number): boolean {
  const { args } = callOf(pipeline.commands[at]!)!;
  const first = args.findIndex(({ text }) => !text.startsWith('-') || text === '-');
  if (args.some(({ text }) => /^-[a-z]*[cm]$|^-e$|^--eval$/.test(text))) return false;
  return (
    first < 0 ||
    args[first]!.text === '-' ||
    args.slice(0, first).some(({ text }) => /^-[a-z]*s$|^--$/.test(text))
  );
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function addressOf(pipeline: Pipeline): string {
  const words = pipeline.commands.flatMap((command) => command.words);
  return words.find(({ text }) => text.includes('://'))?.text ?? '';
}
