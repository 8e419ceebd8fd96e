import { visible } from '../visible.ts';
import { colours, drawingOf, grouped } from './drawing.ts';
import type { ImpactReport } from './report.ts';

/** Graphviz lays out a few thousand boxes in reasonable time. */
const mostBoxes = 2000;

/** A graph of the ways from what is hit to what it starts from, for Graphviz. */
export function renderImpactDot({ impacts }: ImpactReport): string {
  const { boxes, arrows, left } = drawingOf(impacts, mostBoxes);
  const clusters = [...grouped(boxes)].map(
    ([group, members], at) =>
      `  subgraph cluster_${at} {\n    label=${quote(group)};\n${members.map(boxOf).join('')}  }\n`,
  );
  const edges = arrows.map(
    ({ from, to, relation, likely }) =>
      `  ${quote(from)} -> ${quote(to)} [label=${quote(relation)}${likely ? ', style=dashed' : ''}];\n`,
  );
  const note = left > 0 ? `  // ${left} more are hit and not drawn\n` : '';
  return `digraph impact {\n${note}  rankdir=LR;\n  node [shape=box, style="rounded,filled", fontname="sans-serif"];\n${clusters.join('')}${edges.join('')}}\n`;
}

function boxOf({ id, name, effect }: ReturnType<typeof drawingOf>['boxes'][number]): string {
  const [fill, line] = colours[effect];
  const font = effect === 'subject' ? ', fontcolor="#ffffff"' : '';
  return `    ${quote(id)} [label=${quote(name)}, fillcolor="${fill}", color="${line}"${font}];\n`;
}

/** Source: the DOT language, https://graphviz.org/doc/info/lang.html: within quotes, quotes and backslashes are escaped. */
function quote(text: string): string {
  return `"${visible(text).replace(/[\\"]/g, '\\$&')}"`;
}
