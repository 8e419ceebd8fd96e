import { prefixOf } from '../host/given-file.ts';
import { type GraphPart, type PartOptions, partOf } from './graph-part.ts';
import { asDot, asJson, asMermaid, idsOf, related } from './graph-text.ts';
import { loadRepository } from './load.ts';
import { type Printed, Problems, type VerifyOptions } from './options.ts';
import { settle } from './settings.ts';
import { tellProblems } from './tell-problems.ts';

export type GraphFormat = 'json' | 'dot' | 'mermaid';

export interface PrintGraphOptions extends VerifyOptions, PartOptions {
  readonly format: GraphFormat;
}

/** What Mermaid draws unless it is told otherwise. Source: its options maxEdges and maxTextSize. */
const drawnByMermaid = { edges: 500, characters: 50_000 };

/** The graph of a repository, or a part of it, as text. @throws UserError */
export async function printGraph(folder: string, options: PrintGraphOptions): Promise<Printed> {
  const problems = new Problems();
  const settings = await settle(folder, options, problems);
  const { graph, filesRead } = await loadRepository(folder, settings, options, problems);
  const nothing = filesRead.size === 0;
  const part = nothing ? graph : partOf(graph, options);
  const whole = part.resources.length === graph.resources.length;
  const out =
    options.format === 'json'
      ? asJson(part, idsOf(graph))
      : draw(whole ? related(part) : part, options.format, idsOf(graph));
  const notes = [
    tellProblems(problems.all, prefixOf(folder)),
    nothing ? `no infrastructure was read in ${folder}\n` : '',
    options.format === 'mermaid' ? sizeNote(part, out) : '',
  ];
  return { out, notes: notes.join(''), code: nothing ? 3 : 0 };
}

function draw(part: GraphPart, format: 'dot' | 'mermaid', id: ReturnType<typeof idsOf>): string {
  return format === 'dot' ? asDot(part, id) : asMermaid(part);
}

function sizeNote({ relations }: GraphPart, text: string): string {
  const { edges, characters } = drawnByMermaid;
  if (relations.length <= edges && text.length <= characters) return '';
  return `${relations.length} relations in ${text.length} characters: Mermaid draws ${edges} and ${characters} unless its maxEdges and maxTextSize are raised; narrow it with --around or --type, or use --format dot\n`;
}
