import { lineEnd, nextLine } from './lines.ts';
import type { Directive } from './tree.ts';

const known = new Set(['syntax', 'escape', 'check']);
const form = /^[ \t]*#[ \t]*([A-Za-z]\w*)[ \t]*=[ \t]*(\S.*?)[ \t]*$/;

/** Parser directives: comments of the form `# name=value` before anything else, each at most once. */
export function readDirectives(text: string): { directives: Directive[]; end: number } {
  const directives: Directive[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    // a longer line is no directive, and the pattern is not held against it
    const found = end - at > 1000 ? null : form.exec(text.slice(at, end));
    const name = found?.[1]?.toLowerCase();
    if (!found || !name || !known.has(name) || directives.some((directive) => directive.name === name)) break;
    const value = found[2]!;
    const valueStart = at + found[0].trimEnd().length - value.length;
    directives.push({ name, value, start: at, end, valueStart });
    at = nextLine(text, end);
  }
  return { directives, end: at };
}
