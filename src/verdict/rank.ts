import { circumstancesOf } from '../graph/circumstances.ts';
import type { Graph } from '../graph/graph.ts';
import { type Severity, severities } from '../model/dimension.ts';
import type { Gathered } from './gather.ts';

/** A gathered finding with what the graph knows of its resource. */
export interface Ranked extends Gathered {
  /** in words: `production`, `reachable from the internet`, `holds data` */
  readonly context: readonly string[];
}

/** Orders findings, the worst first: by severity, then by how much the resource is exposed and matters, then by place. */
export function rank(graph: Graph, gathered: readonly Gathered[]): Ranked[] {
  const ranked = gathered.map((item) => ({
    ...item,
    context: circumstancesOf(graph, item.finding.resource),
  }));
  return ranked.sort(
    (a, b) =>
      order(a.finding.severity) - order(b.finding.severity) ||
      b.context.length - a.context.length ||
      compare(a.finding.check, b.finding.check) ||
      compare(a.finding.origin.file.path, b.finding.origin.file.path) ||
      a.finding.origin.start - b.finding.origin.start,
  );
}

function order(severity: Severity): number {
  return severities.indexOf(severity);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
