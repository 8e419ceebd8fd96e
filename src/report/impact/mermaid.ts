import { visible } from '../visible.ts';
import { colours, drawingOf, grouped } from './drawing.ts';
import type { ImpactReport } from './report.ts';

/** Mermaid draws 500 arrows unless it is told otherwise. Source: its option maxEdges. */
const mostBoxes = 300;

/** A flowchart of the ways from what is hit to what it starts from. */
export function renderImpactMermaid({ impacts }: ImpactReport): string {
  const { boxes, arrows, left } = drawingOf(impacts, mostBoxes);
  const names = new Map(boxes.map(({ id }, at) => [id, `r${at}`]));
  const groups = [...grouped(boxes)].map(
    ([group, members], at) =>
      `  subgraph g${at}[${quote(group)}]\n${members.map(({ id, name, effect }) => `    ${names.get(id)}[${quote(name)}]:::${effect}\n`).join('')}  end\n`,
  );
  const lines = arrows.map(
    ({ from, to, relation, likely }) =>
      `  ${names.get(from)} ${likely ? '-.->' : '-->'}|${relation}| ${names.get(to)}\n`,
  );
  const classes = Object.entries(colours).map(
    ([effect, [fill, line]]) =>
      `  classDef ${effect} fill:${fill},stroke:${line},color:${effect === 'subject' ? '#ffffff' : '#1b1f24'}\n`,
  );
  const note = left > 0 ? `%% ${left} more are hit and not drawn\n` : '';
  return `${note}flowchart LR\n${groups.join('')}${lines.join('')}${classes.join('')}`;
}

/** Source: Mermaid, Flowcharts: a text in quotes, with entity codes for what means something in it. */
function quote(text: string): string {
  return `"${visible(text).replace(/["#<>&`]/g, (one) => `#${one.charCodeAt(0)};`)}"`;
}
