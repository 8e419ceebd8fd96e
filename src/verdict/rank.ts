import { circumstancesOf } from '../graph/circumstances.ts';
import type { Graph } from '../graph/graph.ts';
import { severities } from '../model/dimension.ts';
import type { Gathered } from './gather.ts';

/** A gathered finding with what the graph knows of its resource. */
export interface Ranked extends Gathered {
  /** in words: `production`, `reachable from the internet`, `holds data` */
  readonly context: readonly string[];
}

/** Orders findings, the worst first: by severity, then by how much the resource is exposed and matters, then by place. */
export function rank(graph: Graph, gathered: readonly Gathered[]): Ranked[] {
  const checks = positions(gathered.map(({ finding }) => finding.check));
  const paths = positions(gathered.map(({ finding }) => finding.origin.file.path));
  const keyed = gathered.map((item) => {
    const { finding, fingerprint, addresses, environments } = item;
    const context = circumstancesOf(graph, finding.resource);
    const weight = severities.indexOf(finding.severity) * mostCircumstances - context.length;
    const { file, start } = finding.origin;
    return {
      ranked: { finding, fingerprint, addresses, environments, context },
      order: (weight * checks.size + checks.get(finding.check)!) * paths.size + paths.get(file.path)!,
      start,
    };
  });
  keyed.sort((a, b) => a.order - b.order || a.start - b.start);
  return keyed.map(({ ranked }) => ranked);
}

/** No resource has as many circumstances, so that severity counts before them. */
const mostCircumstances = 16;

/** The position of each text among them in the order of their code units: numbers compare faster than texts. */
function positions(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(texts)].sort().map((text, at) => [text, at]));
}
