import type { Graph } from '../graph/graph.ts';
import type { Resource } from '../model/resource.ts';
import { flowGraph } from './flow-graph.ts';

/**
 * Resources of a set that need each other in a circle, each circle once; the largest first. What a part and its whole have of
 * each other is no circle. After Tarjan, Depth-First Search and Linear Graph Algorithms (1972), without recursion.
 */
export function cyclesAmong(graph: Graph, set: Iterable<Resource>): readonly (readonly Resource[])[] {
  const { arcs, resources, numberOf, relationOf } = flowGraph(graph);
  // modules may need parts of each other, which is no circle
  const nodes = new Set([...set].filter(({ type }) => type !== 'module').map(numberOf));
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const held: number[] = [];
  const isHeld = new Set<number>();
  const found: number[][] = [];
  for (const root of nodes) {
    if (order.has(root)) continue;
    const path: { readonly node: number; arc: number }[] = [];
    const enter = (node: number) => {
      order.set(node, order.size);
      low.set(node, order.get(node)!);
      held.push(node);
      isHeld.add(node);
      path.push({ node, arc: arcs.start[node]! });
    };
    enter(root);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const { node } = top;
      if (top.arc < arcs.start[node + 1]!) {
        const arc = top.arc++;
        const next = arcs.target[arc]!;
        if (!nodes.has(next) || relationOf(arc).isBack) continue;
        if (!order.has(next)) enter(next);
        else if (isHeld.has(next)) low.set(node, Math.min(low.get(node)!, order.get(next)!));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) low.set(above.node, Math.min(low.get(above.node)!, low.get(node)!));
      if (low.get(node) !== order.get(node)) continue;
      const circle = held.splice(held.lastIndexOf(node));
      for (const one of circle) isHeld.delete(one);
      if (circle.length > 1) found.push(circle);
    }
  }
  return found.sort((a, b) => b.length - a.length).map((circle) => circle.map((node) => resources[node]!));
}
