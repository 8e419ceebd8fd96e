import { lineEnd, nextLine } from './lines.ts';
import type { DockerfileError, Heredoc, Instruction } from './tree.ts';
import { splitWords } from './words.ts';

const takesHeredocs = new Set(['ADD', 'COPY', 'RUN']);
const opening = /^\d*<<(-?)(["']?)([A-Za-z_][\w.-]*)\2$/;

/**
 * Reads the here-documents that an instruction opens, from the line after it on.
 * @returns them, and where the line of the last delimiter ends
 */
export function readHeredocs(
  text: string,
  from: number,
  instruction: Instruction,
  escapeChar: string,
  errors: DockerfileError[],
): { heredocs: Heredoc[]; end: number } {
  const heredocs: Heredoc[] = [];
  const { keyword, rest, json } =
    instruction.keyword === 'ONBUILD' ? (instruction.inner ?? instruction) : instruction;
  let at = from;
  let end = from;
  if (!takesHeredocs.has(keyword) || json || !rest.text.includes('<<')) return { heredocs, end };
  for (const word of splitWords(rest, 0, escapeChar, true)) {
    const found = opening.exec(word.text);
    if (!found) continue;
    const name = found[3]!;
    const start = at;
    const indented = found[1] === '-';
    let closed = false;
    let stop = at;
    while (at < text.length && !closed) {
      stop = at;
      end = lineEnd(text, at);
      const line = text.slice(at, end);
      closed = (indented ? line.replace(/^\t+/, '') : line) === name;
      at = nextLine(text, end);
    }
    if (!closed) {
      stop = text.length;
      errors.push({
        ...word,
        message: `the here-document ${name} is never closed: end it with a line that holds only ${name}`,
      });
    }
    heredocs.push({ name, literal: found[2] !== '', indented, start, end: stop });
  }
  return { heredocs, end };
}
