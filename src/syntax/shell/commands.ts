import { parseShell } from './parse-shell.ts';
import type { Command, Pipeline, Word } from './tree.ts';

/** Commands that run the command in their arguments. */
const wrappers = new Set([
  'command',
  'doas',
  'env',
  'exec',
  'nice',
  'nohup',
  'stdbuf',
  'sudo',
  'time',
  'timeout',
  'xargs',
]);
/** Options of the wrappers that take a value of their own. */
const valued = new Set([
  '-u',
  '-g',
  '-h',
  '-p',
  '-C',
  '-n',
  '-I',
  '-L',
  '-P',
  '-d',
  '-k',
  '-s',
  '--user',
  '--group',
]);
const shells = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh']);
/** Scripts handed to `sh -c` inside one another. */
const maxScripts = 5;

/** All pipelines of a script in reading order, with those in substitutions, blocks and what is handed to `sh -c`. */
export function* allPipelines(pipelines: readonly Pipeline[], text: string, depth = 0): Generator<Pipeline> {
  for (const pipeline of pipelines) {
    yield pipeline;
    for (const command of pipeline.commands) {
      const script = depth < maxScripts ? handedScript(command) : undefined;
      const handed = script ? reparse(script, text) : [];
      for (const word of partsOf(command))
        if (word !== script || handed.length === 0) yield* allPipelines(word.substitutions, text, depth);
      yield* allPipelines(command.block, text, depth);
      yield* allPipelines(handed, text, depth + 1);
    }
  }
}

function* partsOf(command: Command): Generator<Word> {
  yield* command.words;
  yield* command.assignments;
  for (const { target } of command.redirects) yield target;
}

/** The script in `sh -c '…'`. */
function handedScript(command: Command): Word | undefined {
  const called = callOf(command);
  if (!called || !shells.has(called.name)) return undefined;
  const at = called.args.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  return at < 0 ? undefined : called.args[at + 1];
}

function reparse(script: Word, text: string): readonly Pipeline[] {
  const quote = text[script.start];
  return (quote === '"' || quote === "'") && text[script.end - 1] === quote
    ? parseShell(text, script.start + 1, script.end - 1)
    : [];
}

/** What a command really runs, once `sudo`, `env` and their like are looked through. */
export interface Call {
  /** the last part of the path */
  readonly name: string;
  readonly args: readonly Word[];
  /** names of what it was wrapped in, outermost first */
  readonly through: readonly string[];
}

/** The program a command runs and its arguments; undefined where only variables are set. */
export function callOf(command: Command): Call | undefined {
  const { words } = command;
  const through: string[] = [];
  let at = 0;
  while (at < words.length) {
    const name = baseName(words[at]!.text);
    const asks = name === 'command' && /^-[vV]/.test(words[at + 1]?.text ?? '');
    if (!wrappers.has(name) || asks) return { name, args: words.slice(at + 1), through };
    const next = skipOptions(words, at + 1, name);
    if (next >= words.length) return { name, args: words.slice(at + 1), through };
    through.push(name);
    at = next;
  }
  return undefined;
}

function skipOptions(words: readonly Word[], from: number, wrapper: string): number {
  let at = from;
  while (at < words.length) {
    const { text } = words[at]!;
    if (valued.has(text)) at += 2;
    else if (text.startsWith('-') || /^[A-Za-z_]\w*=/.test(text)) at++;
    else break;
  }
  return wrapper === 'timeout' ? at + 1 : at;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether one of the arguments is an option: given as `-y` or `--yes`; a short one also counts inside a group (`-qy`). */
export function hasOption(args: readonly Word[], ...options: readonly string[]): boolean {
  return args.some(({ text }) =>
    options.some(
      (option) =>
        text === option ||
        text.startsWith(`${option}=`) ||
        (option.length === 2 && /^-[A-Za-z]+$/.test(text) && text.includes(option[1]!)),
    ),
  );
}
