import type { Graph } from '../graph/graph.ts';
import type { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import { printJson } from '../report/json.ts';
import { visible } from '../report/visible.ts';
import type { GraphPart } from './graph-part.ts';

/** Ids are addresses, made unique by the unit where several hold the same. */
export function idsOf(graph: Graph): (resource: Resource) => string {
  const ids = new Map<Resource, string>();
  const taken = new Map<string, number>();
  for (const resource of graph.resources) {
    const { address, unit } = resource;
    const first = graph.at(address).length > 1 ? `${address} (${unit.id})` : address;
    const times = (taken.get(first) ?? 0) + 1;
    taken.set(first, times);
    ids.set(resource, times === 1 ? first : `${address} (${unit.id}, ${times})`);
  }
  return (resource) => ids.get(resource)!;
}

/** `units[]`, `resources[]` and `relations[]`, which name each other by ids; a relation with the place that says so. */
export function asJson({ resources, relations }: GraphPart, id: (resource: Resource) => string): string {
  const data = {
    units: [...new Set(resources.map(({ unit }) => unit))],
    resources: resources.map((resource) => ({
      id: id(resource),
      address: resource.address,
      type: resource.type,
      source: resource.source,
      unit: resource.unit.id,
      ...placeOf(resource.body),
    })),
    relations: relations.map(({ kind, from, to, at }) => ({
      kind,
      from: id(from),
      to: id(to),
      ...(at ? placeOf(at) : {}),
    })),
  };
  return printJson(data);
}

/** Where a person would look, relative to the folder. */
function placeOf(node: Node): { readonly file: string; readonly line: number } {
  const { file, start } = node.origin();
  return { file: file.path, line: file.lineAt(start) };
}

/** Source: the DOT language, https://graphviz.org/doc/info/lang.html: within quotes, quotes and backslashes are escaped. */
export function asDot({ resources, relations }: GraphPart, id: (resource: Resource) => string): string {
  const quote = (text: string) => `"${visible(text).replace(/[\\"]/g, '\\$&')}"`;
  const clusters = [...byUnit(resources)].map(
    ([unit, members], at) =>
      `  subgraph cluster_${at} {\n    label=${quote(unit)};\n${members.map((one) => `    ${quote(id(one))} [label=${quote(one.address)}];\n`).join('')}  }\n`,
  );
  const edges = relations.map(
    ({ kind, from, to }) => `  ${quote(id(from))} -> ${quote(id(to))} [label=${quote(kind)}];\n`,
  );
  return `digraph plinth {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname="sans-serif"];\n${clusters.join('')}${edges.join('')}}\n`;
}

/** Source: Mermaid, Flowcharts: a text in quotes, with entity codes for what means something in it. */
export function asMermaid({ resources, relations }: GraphPart): string {
  const names = new Map(resources.map((resource, at) => [resource, `r${at}`]));
  const quote = (text: string) =>
    `"${visible(text).replace(/["#<>&`]/g, (one) => `#${one.charCodeAt(0)};`)}"`;
  const groups = [...byUnit(resources)].map(
    ([unit, members], at) =>
      `  subgraph u${at}[${quote(unit)}]\n${members.map((one) => `    ${names.get(one)}[${quote(one.address)}]\n`).join('')}  end\n`,
  );
  const edges = relations.map(({ kind, from, to }) => `  ${names.get(from)} -->|${kind}| ${names.get(to)}\n`);
  return `flowchart LR\n${groups.join('')}${edges.join('')}`;
}

/**
 * What of a part is drawn: a relation once, however many places say so; and where it is the whole graph, only what hangs
 * together, as hundreds of lone boxes tell nobody anything.
 */
export function drawn({ resources, relations }: GraphPart, whole: boolean): GraphPart {
  const seen = new Map<Resource, Set<string>>();
  const once = relations.filter(({ kind, from, to }) => {
    const of = seen.get(from) ?? new Set();
    seen.set(from, of);
    const id = `${kind} ${to.unit.id} ${to.address}`;
    return !of.has(id) && of.add(id);
  });
  if (!whole) return { resources, relations: once };
  const ends = new Set(once.flatMap(({ from, to }) => [from, to]));
  return { resources: resources.filter((resource) => ends.has(resource)), relations: once };
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
