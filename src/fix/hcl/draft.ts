import type { Plain } from '../../model/node.ts';
import { renderAssignments, renderValue } from './render.ts';

/** What is to be made in a block. */
export interface Draft {
  readonly attributes: readonly (readonly [string, Plain])[];
  readonly blocks: readonly (readonly [string, Draft])[];
  readonly names: ReadonlySet<string>;
}

type Map = { readonly [key: string]: Plain };

/**
 * Tells nested blocks from arguments.
 * @param isBlock whether what stands at a way of keys is to be a block
 */
export function draftOf(value: Map, isBlock: (way: string) => boolean, way = ''): Draft {
  const attributes: [string, Plain][] = [];
  const blocks: [string, Draft][] = [];
  for (const [key, held] of Object.entries(value)) {
    const inner = `${way}${key}\0`;
    if (!isBlock(inner)) attributes.push([key, held]);
    else if (Array.isArray(held))
      for (const one of held as readonly Map[]) blocks.push([key, draftOf(one, isBlock, `${inner}0\0`)]);
    else blocks.push([key, draftOf(held as Map, isBlock, inner)]);
  }
  return { attributes, blocks, names: new Set(attributes.map(([name]) => name)) };
}

/** The lines of a draft; a block is one of them, with line ends in it. */
export function renderDraft({ attributes, blocks }: Draft, indent: string, newline: string): string[] {
  const assignments = renderAssignments(
    attributes.map(([name, value]) => [name, renderValue(value, indent, newline)]),
  );
  return [...assignments, ...blocks.map(([type, draft]) => renderBlock(type, draft, indent, newline))];
}

function renderBlock(type: string, draft: Draft, indent: string, newline: string): string {
  const inner = `${indent}  `;
  const assignments = renderDraft({ ...draft, blocks: [] }, inner, newline);
  const blocks = renderDraft({ ...draft, attributes: [] }, inner, newline);
  const lines = assignments.map((line) => newline + inner + line).join('');
  const rest = blocks.map((block, at) => (at > 0 || lines ? newline : '') + newline + inner + block).join('');
  return `${type} {${lines}${rest}${newline}${indent}}`;
}
