import type { Graph } from '../graph/graph.ts';
import { Mapping } from '../model/mapping.ts';
import type { Node } from '../model/node.ts';
import type { Origin } from '../model/origin.ts';
import type { Resource } from '../model/resource.ts';

/**
 * The resources that a line of a file says something of: those declared around it, the innermost where blocks lie in each
 * other; else those with a value that is written there, as in a patch, a values file or a variables file.
 */
export function resourcesAt(graph: Graph, path: string, line: number): readonly Resource[] {
  const around = graph.resources.flatMap((resource) => {
    const origin = resource.body.origin();
    const covers = coversLine(origin, path, line);
    return covers ? [{ resource, size: origin.end - origin.start }] : [];
  });
  const least = Math.min(...around.map(({ size }) => size));
  const declared = around.filter(({ size }) => size === least).map(({ resource }) => resource);
  if (declared.length > 0) return declared;
  return graph.resources.filter((resource) => isThing(resource) && isWrittenAt(resource.body, path, line));
}

/** What is there once applied, and not what only leads to it. */
function isThing({ type }: Resource): boolean {
  return !/^(data\.|variable$|output$|provider$|terraform$)/.test(type);
}

function coversLine({ file, start, end }: Origin, path: string, line: number): boolean {
  return file.path === path && file.lineAt(start) <= line && line <= file.lineAt(Math.max(start, end - 1));
}

function isWrittenAt(node: Node, path: string, line: number): boolean {
  const { content } = node;
  if (content instanceof Mapping) return content.nodes.some((one) => isWrittenAt(one, path, line));
  if (Array.isArray(content)) return (content as readonly Node[]).some((one) => isWrittenAt(one, path, line));
  return coversLine(node.origin(), path, line);
}
