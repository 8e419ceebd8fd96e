import { callOf } from '../syntax/shell/commands.ts';
import type { Command, Word } from '../syntax/shell/tree.ts';
import { type Instruction, lastBefore, lineageOf, type Run, type Stage, stagesOf } from './dockerfile.ts';

const finalLineages = new WeakMap<Stage, ReadonlySet<Stage>>();

/** The home of root in an image. */
export const homeOfRoot = '/root';

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
      .replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, homeOfRoot);
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
  const inScript = exportsOf(run).findLast(
    ({ text, end }) => end <= command.start && text.startsWith(`${name}=`),
  );
  if (inScript) return inScript.text.slice(name.length + 1);
  for (const stage of lineageOf(run.stage)) {
    const before = stage === run.stage ? run.node.start : Number.POSITIVE_INFINITY;
    const kinds = stage === run.stage ? ['ENV', 'ARG'] : ['ENV'];
    for (const kind of kinds) {
      const value = lastBefore(settersOf(stage, kind, name), before)
        ?.node.get('values')
        ?.peek(name)?.content;
      if (typeof value === 'string') return value;
    }
  }
  return undefined;
}

const exported = new WeakMap<Run, readonly Word[]>();

/** What the script of a RUN sets for the commands after it. */
function exportsOf(run: Run): readonly Word[] {
  let known = exported.get(run);
  if (!known) {
    known = run.commands
      .filter(({ words }) => words.length === 0 || words[0]!.text === 'export')
      .flatMap(({ words, assignments }) => [...words, ...assignments]);
    exported.set(run, known);
  }
  return known;
}

const setters = new WeakMap<Stage, Map<string, Instruction[]>>();

/** The ENV or ARG instructions of a stage that set a variable, in order. */
function settersOf(stage: Stage, keyword: string, name: string): readonly Instruction[] {
  let byName = setters.get(stage);
  if (!byName) {
    byName = new Map();
    for (const instruction of [...stage.only('ENV'), ...stage.only('ARG')])
      for (const [variable] of instruction.node.entries('values')) {
        const key = `${instruction.keyword} ${variable}`;
        byName.set(key, byName.get(key) ?? []);
        byName.get(key)!.push(instruction);
      }
    setters.set(stage, byName);
  }
  return byName.get(`${keyword} ${name}`) ?? [];
}

const mentions = new WeakMap<Stage['resource'], Map<string, boolean>>();

/** Whether a Dockerfile speaks of a setting of apt anywhere (`Assume-Yes`), so that its options need not be given. */
export function configuresApt({ resource }: Run, setting: string): boolean {
  const known = mentions.get(resource) ?? new Map<string, boolean>();
  mentions.set(resource, known);
  let found = known.get(setting);
  if (found === undefined) {
    found = resource.body.file.text.toLowerCase().includes(setting.toLowerCase());
    known.set(setting, found);
  }
  return found;
}
