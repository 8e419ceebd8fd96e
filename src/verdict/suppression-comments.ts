import type { SourceFile } from '../model/source-file.ts';
import type { Scope, Suppression } from './suppression.ts';
import { Blocks } from './suppression-blocks.ts';
import { type Directive, hints, markers, readDirective } from './suppression-directives.ts';

/** More directives in one file, and directives further into a line, are not looked at: no person wrote them. */
const most = 2000;
const longestLine = 4000;

const none: readonly Suppression[] = [];

/**
 * The suppressions that the comments of a file hold, Plinth's own and those of the tools it takes over from, each with
 * what it reaches. Texts that cannot hold one cost three searches for a word.
 */
export function findSuppressions(file: SourceFile): readonly Suppression[] {
  const { path, text } = file;
  if (!hints.some((hint) => text.includes(hint))) return none;
  const found: Suppression[] = [];
  let blocks: Blocks | undefined;
  let lineStart = 0;
  let lineEnd = -1;
  for (const match of text.matchAll(markers)) {
    const start = match.index;
    if (start > lineEnd) {
      lineStart = text.lastIndexOf('\n', start) + 1;
      lineEnd = text.indexOf('\n', start);
      if (lineEnd < 0) lineEnd = text.length;
    }
    if (start - lineStart > longestLine) continue;
    const before = text.slice(lineStart, match[0].startsWith('#') ? start + 1 : start);
    if (!isInComment(before, path)) continue;
    const said = text.slice(start, Math.min(lineEnd, start + longestLine)).replace(/(?:\*\/)?\s*$/, '');
    const directive = readDirective(said);
    if (!directive) continue;
    blocks ??= new Blocks(path, text);
    const scope = scopeOf(directive, blocks, start, standsAlone(before));
    const { reach, ...rest } = directive;
    if (scope) found.push({ ...rest, text: said, file, start, end: start + said.length, scope });
    if (found.length >= most) break;
  }
  return found;
}

/** Whether a line has turned into a comment before a directive: `#`, in HCL also `//` and `/*`. */
function isInComment(before: string, path: string): boolean {
  return (
    /(?:^|\s)#/.test(before) || (/\.(?:tf|tofu|tfvars|hcl)$/.test(path) && /(?:^|\s)\/[/*]/.test(before))
  );
}

function standsAlone(before: string): boolean {
  return /^\s*(?:#|\/\/|\/\*)/.test(before);
}

function scopeOf({ reach }: Directive, blocks: Blocks, at: number, alone: boolean): Scope | undefined {
  const file = { kind: 'block', start: 0, end: Number.POSITIVE_INFINITY } as const;
  switch (reach) {
    case 'block':
      return { kind: 'block', ...(alone ? blocks.below(at) : blocks.on(at)) };
    case 'line':
      return { kind: 'lines', ...blocks.lineBelow(at) };
    case 'enclosing':
      if (blocks.syntax === 'dockerfile') return file;
      if (blocks.syntax !== 'hcl') return { kind: 'around', at };
      return enclosing(blocks, at);
    case 'around':
      return { kind: 'around', at };
    case 'file':
      return file;
    case 'header':
      return blocks.isHeader(at) ? file : undefined;
  }
}

function enclosing(blocks: Blocks, at: number): Scope | undefined {
  const block = blocks.around(at);
  return block && { kind: 'block', start: block.start, end: block.end };
}
