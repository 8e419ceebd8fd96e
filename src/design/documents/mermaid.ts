/** Diagrams of Mermaid, in the small part of its grammar that every renderer takes. Source: https://mermaid.js.org/syntax/flowchart.html */

export type Shape = 'box' | 'store' | 'round' | 'queue';

export interface Node {
  readonly id: string;
  readonly label: string;
  readonly shape?: Shape;
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly nodes?: readonly Node[];
  readonly groups?: readonly Group[];
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

const brackets: Readonly<Record<Shape, readonly [string, string]>> = {
  box: ['[', ']'],
  store: ['[(', ')]'],
  round: ['([', '])'],
  queue: ['[[', ']]'],
};

/** A flow chart as a block of Markdown. An edge to a node that is not drawn is an error of ours. */
export function flowchart(
  direction: 'LR' | 'TB',
  content: { readonly nodes?: readonly Node[]; readonly groups?: readonly Group[] },
  edges: readonly Edge[],
): string {
  const drawn = new Set(idsOf(content));
  for (const { from, to } of edges)
    if (!drawn.has(from) || !drawn.has(to)) throw new Error(`${from} --> ${to}: not drawn`);
  const lines = [
    `flowchart ${direction}`,
    ...partsOf(content, '  '),
    ...edges.map(
      ({ from, to, label }) => `  ${from} -->${label === undefined ? '' : `|${quoted(label)}|`} ${to}`,
    ),
  ];
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`;
}

/** An id that no word of Mermaid can be taken for: `end` alone would close a group. */
export function idOf(kind: string, name: string): string {
  return `${kind}_${name.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
}

function partsOf(content: Pick<Group, 'nodes' | 'groups'>, indent: string): string[] {
  const nodes = (content.nodes ?? []).map(({ id, label, shape = 'box' }) => {
    const [open, close] = brackets[shape];
    return `${indent}${id}${open}${quoted(label)}${close}`;
  });
  const groups = (content.groups ?? []).flatMap((group) => [
    `${indent}subgraph ${group.id}[${quoted(group.label)}]`,
    ...partsOf(group, `${indent}  `),
    `${indent}end`,
  ]);
  return [...nodes, ...groups];
}

function idsOf(content: Pick<Group, 'nodes' | 'groups'>): string[] {
  return [
    ...(content.nodes ?? []).map(({ id }) => id),
    ...(content.groups ?? []).flatMap((group) => [group.id, ...idsOf(group)]),
  ];
}

/** Quotes end a label; Mermaid writes them as an entity. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;').replaceAll('\n', '<br/>')}"`;
}
