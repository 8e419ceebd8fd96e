import type { Node } from '../../model/node.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { Unknown } from '../../model/unknown.ts';
import { parseDockerfile } from '../../syntax/dockerfile/parse-dockerfile.ts';
import type { DockerfileError, Instruction } from '../../syntax/dockerfile/tree.ts';
import { expand } from './expand.ts';
import { Nodes } from './instruction-node.ts';
import { pairsOf } from './pairs.ts';
import { Scope, type Value } from './scope.ts';

/** Errors of one file that are reported: the rest mostly follows from the first. */
const mostErrors = 20;

/**
 * Reads a Dockerfile into a tree of nodes:
 * `directives` (name → value), `arguments` (instructions before the first FROM) and `stages`, each with
 * `name`, `image`, `platform` and its `instructions`, the FROM first.
 * @returns no body where there is no stage at all
 */
export function readDockerfile(file: SourceFile): { body: Node | undefined; problems: readonly Problem[] } {
  const tree = parseDockerfile(file.text);
  const errors = [...tree.errors];
  const nodes = new Nodes(file, tree.escapeChar);
  const globals = Scope.ofFile();
  const head: Node[] = [];
  const stages: StageReader[] = [];
  const named = new Map<string, StageReader>();
  for (const instruction of tree.instructions) {
    if (instruction.keyword === 'FROM') {
      const stage = new StageReader(nodes, instruction, globals, named, errors);
      stages.push(stage);
      if (stage.name !== undefined) named.set(stage.name, stage);
    } else if (stages.length > 0) stages.at(-1)!.add(instruction);
    else if (instruction.keyword === 'ARG') {
      head.push(nodes.instruction(instruction, globals));
      for (const { name, value } of pairsOf(instruction))
        globals.declare(name, value === undefined ? undefined : expand(value, globals, tree.escapeChar));
    } else
      errors.push({
        start: instruction.start,
        end: instruction.keywordEnd,
        message: `${instruction.keyword} stands before the first FROM, where only ARG may: move it below`,
      });
  }
  if (stages.length === 0 && head.length === tree.instructions.length)
    errors.splice(0, errors.length, {
      start: 0,
      end: 0,
      message: 'there is no FROM, so this is no Dockerfile: name a base image, or rename or exclude the file',
    });
  const problems = errors.slice(0, mostErrors).map((error) => problemOf(file, error));
  const whole = { start: 0, end: file.text.length };
  if (stages.length === 0) return { body: undefined, problems };
  const built = stages.map((stage) => stage.finish());
  const body = nodes.map(whole, {
    directives: nodes.map(
      whole,
      Object.fromEntries(
        tree.directives.map(({ name, value, valueStart, end }) => [
          name,
          nodes.leaf({ start: valueStart, end }, value),
        ]),
      ),
    ),
    arguments: nodes.list(rangeOf(head) ?? whole, head),
    stages: nodes.list(rangeOf(built) ?? whole, built),
  });
  return { body, problems };
}

class StageReader {
  readonly name: string | undefined;
  private readonly image: Value;
  private readonly scope: Scope;
  private readonly instructions: Node[];

  constructor(
    private readonly nodes: Nodes,
    private readonly from: Instruction,
    private readonly globals: Scope,
    named: ReadonlyMap<string, StageReader>,
    errors: DockerfileError[],
  ) {
    const { words } = from;
    const [image, as, name] = words;
    if (words.length !== 0 && words.length !== 1 && !(words.length === 3 && as!.text.toUpperCase() === 'AS'))
      errors.push({
        start: from.start,
        end: from.end,
        message: 'FROM takes an image, or an image, AS and a name for the stage',
      });
    this.name = name?.text.toLowerCase();
    this.image = image ? imageOf(image.text, globals, nodes) : new Unknown('FROM names no image');
    const parent = this.image instanceof Unknown ? undefined : named.get(this.image.toLowerCase());
    this.scope = parent ? Scope.onStage(parent.scope) : Scope.onImage(this.image);
    this.instructions = [nodes.instruction(from, globals)];
  }

  add(instruction: Instruction): void {
    const { nodes, scope } = this;
    this.instructions.push(nodes.instruction(instruction, scope));
    const { keyword } = instruction;
    if (keyword !== 'ENV' && keyword !== 'ARG') return;
    const pairs = pairsOf(instruction).map(({ name, value }) => ({
      name,
      value: value === undefined ? undefined : expand(value, scope, nodes.escapeChar),
    }));
    for (const { name, value } of pairs)
      if (keyword === 'ARG') scope.declare(name, value, this.globals);
      else scope.setEnvironment(name, value ?? '');
  }

  finish(): Node {
    const { nodes, from, instructions } = this;
    const [image, , name] = from.words;
    const platform = instructions[0]!.peek('flags', 'platform', 0);
    return nodes.map(
      { start: from.start, end: instructions.at(-1)!.end },
      {
        name: name && nodes.leaf(name, this.name ?? null),
        image: nodes.leaf(image ?? from, this.image),
        platform,
        instructions: nodes.list({ start: from.start, end: instructions.at(-1)!.end }, instructions),
      },
    );
  }
}

function imageOf(written: string, globals: Scope, { escapeChar }: Nodes): Value {
  const image = expand(written, globals, escapeChar);
  return image === '' || (typeof image === 'string' && image.startsWith('/'))
    ? new Unknown(`${written} names no image, since no ARG before the first FROM gives it a value`)
    : image;
}

function rangeOf(nodes: readonly Node[]): { start: number; end: number } | undefined {
  return nodes.length === 0 ? undefined : { start: nodes[0]!.start, end: nodes.at(-1)!.end };
}

function problemOf(file: SourceFile, { start, end, message }: DockerfileError): Problem {
  return { kind: 'unreadable', message, path: file.path, file, start, end };
}
