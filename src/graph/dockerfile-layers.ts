import { callOf } from '../syntax/shell/commands.ts';
import type { Command } from '../syntax/shell/tree.ts';
import { lineageOf, type Run, type Stage, stagesOf } from './dockerfile.ts';

const finalLineages = new WeakMap<Stage, ReadonlySet<Stage>>();

/** Whether what a stage does ends in the image: it is the last one, or that one stands on it. */
export function inFinalImage({ stage }: { readonly stage: Stage }): boolean {
  const last = stagesOf(stage.resource).at(-1)!;
  let lineage = finalLineages.get(last);
  if (!lineage) {
    lineage = new Set(lineageOf(last));
    finalLineages.set(last, lineage);
  }
  return lineage.has(stage);
}

/** Whether a RUN mounts a cache or memory over a path (or a folder around it), so that nothing there ends in the layer. */
export function keepsCache(run: Run, path: string): boolean {
  return run.node.list('flags', 'mount').some((mount) => {
    const text = mount.text() ?? '';
    if (!/\btype=(?:cache|tmpfs)\b/.test(text)) return false;
    const target = /(?:^|,)(?:target|dst|destination)=([^,]+)/.exec(text)?.[1]?.replace(/\/+$/, '');
    return target !== undefined && (isWithin(path, target) || isWithin(target, path));
  });
}

/** Whether a command after an offset of the script removes a path, what lies in it, or a folder around it. */
export function removesPath(run: Run, path: string, after: number): boolean {
  return run.commands.some((command) => {
    if (command.start < after) return false;
    const call = callOf(command);
    if (call?.name === 'find')
      return call.args.some(({ text }) => text === '-delete') && names(command, path);
    return call?.name === 'rm' && names(command, path);
  });
}

function names(command: Command, path: string): boolean {
  return command.words.some(({ text }) => {
    const plain = text
      .replace(/\/?\*$/, '')
      .replace(/\/+$/, '')
      .replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, '/root');
    return plain !== '' && (isWithin(plain, path) || isWithin(path, plain));
  });
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/**
 * What an environment variable is for a command of a RUN: set before it in the same command or script,
 * or by ENV or ARG of its stage; undefined where nothing known sets it.
 */
export function environmentValue(run: Run, name: string, command: Command): string | undefined {
  const own = command.assignments.findLast(({ text }) => text.startsWith(`${name}=`));
  if (own) return own.text.slice(name.length + 1);
  const exported = run.commands
    .filter(
      (other) =>
        other.end <= command.start && (other.words.length === 0 || other.words[0]!.text === 'export'),
    )
    .flatMap(({ words, assignments }) => [...words, ...assignments])
    .findLast(({ text }) => text.startsWith(`${name}=`));
  if (exported) return exported.text.slice(name.length + 1);
  for (const stage of lineageOf(run.stage))
    for (const instruction of [...stage.instructions].reverse()) {
      if (instruction.keyword !== 'ENV' && (instruction.keyword !== 'ARG' || stage !== run.stage)) continue;
      if (stage === run.stage && instruction.node.start > run.node.start) continue;
      const value = instruction.node.get('values')?.peek(name)?.content;
      if (typeof value === 'string') return value;
    }
  return undefined;
}
