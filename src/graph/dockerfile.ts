import { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import { Unknown } from '../model/unknown.ts';
import { joinLines } from '../syntax/dockerfile/lines.ts';
import { MappedText } from '../syntax/mapped-text.ts';
import { allPipelines } from '../syntax/shell/commands.ts';
import { parseShell } from '../syntax/shell/parse-shell.ts';
import type { Command, Pipeline, Range } from '../syntax/shell/tree.ts';
import type { Graph } from './graph.ts';
import type { Selector, Subject } from './selector.ts';

/** One `FROM` and what follows it. */
export interface Stage extends Subject {
  /** from 0, as `COPY --from=0` counts */
  readonly index: number;
  /** lower case, as Docker compares it */
  readonly name: string | undefined;
  /** the image, or the name of an earlier stage; unknown where an argument decides */
  readonly image: Node;
  /** the stage of the same file that it stands on */
  readonly parent: Stage | undefined;
  /** the last one: what `docker build` gives unless told otherwise */
  readonly isFinal: boolean;
  readonly instructions: readonly Instruction[];
  /** those of one kind, in order */
  only(keyword: string): readonly Instruction[];
}

export interface Instruction extends Subject {
  /** upper case */
  readonly keyword: string;
  readonly stage: Stage;
}

/** A `RUN` whose commands a POSIX shell (or none) runs. */
export interface Run extends Instruction {
  /** all of them in reading order, also those in substitutions and subshells */
  readonly pipelines: readonly Pipeline[];
  /** the same, command by command */
  readonly commands: readonly Command[];
  /** whether a shell reads it (`RUN apt-get …`), not only `exec` (`RUN ["apt-get", …]`) */
  readonly usesShell: boolean;
  /** the node of a part of it, for a finding to point at */
  at(part: Range): Node;
  /** the offset in the file of an offset in the script */
  sourceAt(offset: number): number;
}

const stagesOfResource = new WeakMap<Resource, readonly Stage[]>();

/** The stages of one Dockerfile, in order. */
export function stagesOf(resource: Resource): readonly Stage[] {
  let known = stagesOfResource.get(resource);
  if (!known) {
    const nodes = resource.body.list('stages');
    const named = new Map<string, Stage>();
    known = nodes.map((node, index) => {
      const stage = new StageOf(resource, node, index, index === nodes.length - 1, named);
      if (stage.name !== undefined) named.set(stage.name, stage);
      return stage;
    });
    stagesOfResource.set(resource, known);
  }
  return known;
}

class StageOf implements Stage {
  readonly name: string | undefined;
  readonly image: Node;
  readonly parent: Stage | undefined;
  readonly instructions: readonly Instruction[];
  private readonly byKeyword = new Map<string, Instruction[]>();

  constructor(
    readonly resource: Resource,
    readonly node: Node,
    readonly index: number,
    readonly isFinal: boolean,
    named: ReadonlyMap<string, Stage>,
  ) {
    this.name = node.text('name');
    this.image = node.peek('image')!;
    const { content } = this.image;
    const base = content instanceof Unknown ? undefined : String(content).toLowerCase();
    this.parent = base === undefined ? undefined : named.get(base);
    this.instructions = node.list('instructions').map((instruction) => ({
      resource,
      node: instruction,
      keyword: instruction.text('keyword')!,
      stage: this,
    }));
    for (const instruction of this.instructions) {
      const same = this.byKeyword.get(instruction.keyword);
      if (same) same.push(instruction);
      else this.byKeyword.set(instruction.keyword, [instruction]);
    }
  }

  only(keyword: string): readonly Instruction[] {
    return this.byKeyword.get(keyword) ?? [];
  }
}

export const stages: Selector<Stage> = {
  of: 'build stages',
  find: (graph) => graph.ofType('dockerfile').flatMap(stagesOf),
};

/** The last stage of each Dockerfile: what ends in the image. */
export const finalStages: Selector<Stage> = {
  of: 'images',
  find: (graph) => graph.select(stages).filter(({ isFinal }) => isFinal),
};

/** All instructions in stages, what `ONBUILD` carries among them. */
export const instructions: Selector<Instruction> = {
  of: 'Dockerfile instructions',
  find: (graph) =>
    graph
      .select(stages)
      .flatMap((stage) => stage.instructions.flatMap((instruction) => withTrigger(instruction))),
};

const byKeyword = new Map<string, Selector<Instruction>>();

/** Instructions of some kinds: `instructionsOf('ADD', 'COPY')`. */
export function instructionsOf(...keywords: readonly string[]): Selector<Instruction> {
  const key = keywords.join();
  let selector = byKeyword.get(key);
  if (!selector) {
    selector = {
      of: `${keywords.join(', ')} instructions`,
      find: (graph) => graph.select(instructions).filter(({ keyword }) => keywords.includes(keyword)),
    };
    byKeyword.set(key, selector);
  }
  return selector;
}

/** An `ARG` or `ENV`, also one before the first `FROM`. */
export interface Setting extends Subject {
  /** upper case */
  readonly keyword: string;
  /** absent before the first `FROM` */
  readonly stage?: Stage;
}

export const settings: Selector<Setting> = {
  of: 'ARG and ENV instructions',
  find: (graph) => [
    ...graph
      .ofType('dockerfile')
      .flatMap((resource) =>
        resource.body.list('arguments').map((node) => ({ resource, node, keyword: 'ARG' })),
      ),
    ...graph.select(instructionsOf('ARG', 'ENV')),
  ],
};

function withTrigger(instruction: Instruction): Instruction[] {
  const trigger = instruction.keyword === 'ONBUILD' ? instruction.node.get('trigger') : undefined;
  if (!trigger) return [instruction];
  return [instruction, { ...instruction, node: trigger, keyword: trigger.text('keyword')! }];
}

/** `RUN` instructions whose commands can be read; those of PowerShell and other languages are left out. */
export const runs: Selector<Run> = {
  of: 'RUN instructions',
  find: (graph: Graph) =>
    graph.select(instructionsOf('RUN')).flatMap((instruction) => {
      const run = runOf(instruction);
      return run ? [run] : [];
    }),
};

const runOfNode = new WeakMap<Node, { readonly run: Run | undefined }>();

/** A `RUN` with its commands; undefined for other instructions, and where no POSIX shell reads it. */
export function runOf(instruction: Instruction): Run | undefined {
  if (instruction.keyword !== 'RUN') return undefined;
  let known = runOfNode.get(instruction.node);
  if (!known) {
    known = { run: readRun(instruction) };
    runOfNode.set(instruction.node, known);
  }
  return known.run;
}

function readRun(instruction: Instruction): Run | undefined {
  const { node, resource } = instruction;
  if (node.text('form') === 'exec') return readExec(instruction);
  const script = node.peek('script');
  const shell = shellOf(instruction);
  if (!script || !/(?:^|\/)(?:sh|bash|ash|dash|zsh|ksh)$/.test(shell[0] ?? '')) return undefined;
  const { text } = script.file;
  const isHeredoc = node.peek('heredocs', 0, 'content')?.start === script.start;
  const escapeChar = resource.body.peek('directives', 'escape')?.content === '`' ? '`' : '\\';
  const joined = isHeredoc
    ? MappedText.join(text, [[script.start, script.end]])
    : joinLines(text, script.start, escapeChar).joined;
  if (/^#!(?!.*\b(?:sh|bash|ash|dash|zsh|ksh)\b)/.test(joined.text)) return undefined;
  const pipelines = [...allPipelines(parseShell(joined.text), joined.text)];
  return {
    ...instruction,
    usesShell: true,
    pipelines,
    commands: pipelines.flatMap(({ commands }) => commands),
    sourceAt: (offset) => joined.sourceAt(offset),
    at: ({ start, end }) =>
      new Node(node.file, joined.sourceAt(start), joined.sourceEnd(end), joined.text.slice(start, end)),
  };
}

/** The exec form runs one program; its strings stand where they are written. */
function readExec(instruction: Instruction): Run {
  const { node } = instruction;
  const words = node.list('arguments').map((item) => ({
    text: item.text() ?? '',
    start: item.start,
    end: item.end,
    dynamic: false,
    quoted: true,
    substitutions: [],
  }));
  const range = { start: node.start, end: node.end };
  const command: Command = { ...range, words, assignments: [], redirects: [], block: [] };
  const pipeline: Pipeline = { ...range, commands: [command], after: '' };
  const pipelines = [...allPipelines([pipeline], node.file.text)];
  return {
    ...instruction,
    usesShell: false,
    pipelines,
    commands: pipelines.flatMap(({ commands }) => commands),
    sourceAt: (offset) => offset,
    at: ({ start, end }) => new Node(node.file, start, end, node.file.text.slice(start, end)),
  };
}

/** The shell of an instruction: what the last `SHELL` before it says, in its stage or the ones it stands on. */
export function shellOf({ node, stage }: Instruction): readonly string[] {
  for (const at of lineageOf(stage)) {
    const last = lastBefore(at.only('SHELL'), node.start);
    if (last) return last.node.list('arguments').map((word) => word.text() ?? '');
    const image = at.image.content;
    if (typeof image === 'string' && /windows|nanoserver|servercore/i.test(image)) return ['cmd', '/S', '/C'];
  }
  return ['/bin/sh', '-c'];
}

/** Stages on stages; nobody writes more, and without a bound a made-up file takes quadratic time. */
const longestLineage = 100;

const firstIndexes = new WeakMap<Resource, ReadonlyMap<string, number>>();

/** The index of the first stage of each name. */
export function stageIndexes(resource: Resource): ReadonlyMap<string, number> {
  let known = firstIndexes.get(resource);
  if (!known) {
    const named = stagesOf(resource).flatMap(({ name, index }) =>
      name === undefined ? [] : [[name, index] as const],
    );
    known = new Map(named.reverse());
    firstIndexes.set(resource, known);
  }
  return known;
}

/** A stage and those of the same file that it stands on, itself first. */
export function lineageOf(stage: Stage): readonly Stage[] {
  const line = [stage];
  for (let at = stage.parent; at && line.length < longestLineage; at = at.parent) line.push(at);
  return line;
}

/** The last instruction of a list in order that starts before an offset. */
export function lastBefore(list: readonly Instruction[], offset: number): Instruction | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.node.start < offset) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

/** The last instruction of some kinds that counts for a stage, also where it stands in one below it. */
export function lastOf(stage: Stage, ...keywords: readonly string[]): Instruction | undefined {
  for (const one of lineageOf(stage)) {
    const last = one.instructions.findLast(({ keyword }) => keywords.includes(keyword));
    if (last) return last;
  }
  return undefined;
}
