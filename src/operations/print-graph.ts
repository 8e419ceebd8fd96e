import type { Graph } from '../graph/graph.ts';
import type { Resource } from '../model/resource.ts';
import { loadRepository } from './load.ts';
import { Problems, type VerifyOptions } from './options.ts';
import { settle } from './settings.ts';

export type GraphFormat = 'json' | 'dot' | 'mermaid';

/** The graph of a repository as text. `json`: `units[]`, `resources[]`, `relations[]`, by ids. */
export async function printGraph(
  folder: string,
  format: GraphFormat,
  options: VerifyOptions,
): Promise<string> {
  const problems = new Problems();
  const { graph } = await loadRepository(folder, await settle(folder, options, problems), options, problems);
  if (format === 'json') return `${JSON.stringify(asData(graph), null, 2)}\n`;
  return format === 'dot' ? asDot(graph) : asMermaid(graph);
}

/** Ids are addresses, made unique by the unit where several hold the same. */
function idsOf(graph: Graph): (resource: Resource) => string {
  const ids = new Map<Resource, string>();
  const taken = new Set<string>();
  for (const resource of graph.resources) {
    const { address, unit } = resource;
    let id = graph.at(address).length > 1 ? `${address} (${unit.id})` : address;
    for (let again = 2; taken.has(id); again++) id = `${address} (${unit.id}, ${again})`;
    taken.add(id);
    ids.set(resource, id);
  }
  return (resource) => ids.get(resource)!;
}

function asData(graph: Graph) {
  const id = idsOf(graph);
  return {
    units: graph.units,
    resources: graph.resources.map((resource) => ({
      id: id(resource),
      address: resource.address,
      type: resource.type,
      source: resource.source,
      unit: resource.unit.id,
      file: resource.body.file.path,
      line: resource.body.file.lineAt(resource.body.start),
    })),
    relations: graph.relations.map(({ kind, from, to }) => ({ kind, from: id(from), to: id(to) })),
  };
}

/** Only what hangs together: a drawing of hundreds of lone boxes tells nobody anything. */
function drawn(graph: Graph): readonly Resource[] {
  const related = new Set(graph.relations.flatMap(({ from, to }) => [from, to]));
  return graph.resources.filter((resource) => related.has(resource));
}

function byUnit(resources: readonly Resource[]): Map<string, Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.unit.id);
    if (group) group.push(resource);
    else groups.set(resource.unit.id, [resource]);
  }
  return groups;
}

function asDot(graph: Graph): string {
  const id = idsOf(graph);
  const quote = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;
  const clusters = [...byUnit(drawn(graph))].map(
    ([unit, members], at) =>
      `  subgraph cluster_${at} {\n    label=${quote(unit)};\n${members.map((one) => `    ${quote(id(one))} [label=${quote(one.address)}];\n`).join('')}  }\n`,
  );
  const edges = graph.relations.map(
    ({ kind, from, to }) => `  ${quote(id(from))} -> ${quote(id(to))} [label=${quote(kind)}];\n`,
  );
  return `digraph plinth {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname="sans-serif"];\n${clusters.join('')}${edges.join('')}}\n`;
}

function asMermaid(graph: Graph): string {
  const names = new Map(drawn(graph).map((resource, at) => [resource, `r${at}`]));
  const quote = (text: string) => `"${text.replaceAll('"', '#quot;')}"`;
  const groups = [...byUnit([...names.keys()])].map(
    ([unit, members], at) =>
      `  subgraph u${at}[${quote(unit)}]\n${members.map((one) => `    ${names.get(one)}[${quote(one.address)}]\n`).join('')}  end\n`,
  );
  const edges = graph.relations.map(
    ({ kind, from, to }) => `  ${names.get(from)} -->|${kind}| ${names.get(to)}\n`,
  );
  return `flowchart LR\n${groups.join('')}${edges.join('')}`;
}
