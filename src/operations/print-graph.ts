import type { Graph } from '../graph/graph.ts';
import { prefixOf } from '../host/given-file.ts';
import { count, digits } from '../report/wording.ts';
import { type GraphPart, type PartOptions, partOf } from './graph-part.ts';
import { asDot, asJson, asMermaid, drawn, idsOf } from './graph-text.ts';
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
  const { out, notes } = printPart(graph, nothing ? graph : partOf(graph, options), options.format);
  const troubles = tellProblems(problems.all, prefixOf(folder));
  return nothing
    ? { out, notes: `${troubles}no infrastructure was read in ${folder}\n`, code: 3 }
    : { out, notes: troubles + notes, code: 0 };
}

function printPart(graph: Graph, part: GraphPart, format: GraphFormat): Omit<Printed, 'code'> {
  const ids = idsOf(graph);
  if (format === 'json') return { out: asJson(part, ids), notes: '' };
  const shown = drawn(part, part.resources.length === graph.resources.length);
  if (format === 'dot') return { out: asDot(shown, ids), notes: '' };
  const out = asMermaid(shown);
  return { out, notes: sizeNote(shown.relations.length, out.length) };
}

function sizeNote(relations: number, characters: number): string {
  if (relations <= drawnByMermaid.edges && characters <= drawnByMermaid.characters) return '';
  return `${count(relations, 'relation')} in ${count(characters, 'character')}: Mermaid draws ${drawnByMermaid.edges} and ${digits(drawnByMermaid.characters)} unless its maxEdges and maxTextSize are raised; narrow it with --around or --type, or use --format dot\n`;
}
