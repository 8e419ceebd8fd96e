import type { MappedText } from '../mapped-text.ts';
import { readDirectives } from './directives.ts';
import { readHeredocs } from './heredocs.ts';
import { joinLines, nextLine, skipBlanks } from './lines.ts';
import type { DockerfileError, DockerfileTree, Flag, Heredoc, Instruction, Word } from './tree.ts';
import { jsonWords, splitWords, wordEnd } from './words.ts';

export const keywords: ReadonlySet<string> = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
const withFlags = new Set(['ADD', 'COPY', 'FROM', 'HEALTHCHECK', 'RUN']);
const withJson = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME']);
const withPairs = new Set(['ARG', 'ENV', 'LABEL']);

/**
 * Parses a Dockerfile in one pass over its text. It never throws: what is wrong stands in `errors`,
 * and an unknown instruction is left out of the tree.
 */
export function parseDockerfile(text: string): DockerfileTree {
  const errors: DockerfileError[] = [];
  const { directives, end } = readDirectives(text);
  const escapeChar = directives.find(({ name }) => name === 'escape')?.value === '`' ? '`' : '\\';
  const instructions: Instruction[] = [];
  let isLost = false;
  for (let at = end; at < text.length; ) {
    const start = skipBlanks(text, at, text.length);
    if (start >= text.length || text[start] === '#' || text[start] === '\n' || text[start] === '\r') {
      at = nextLine(text, start);
      continue;
    }
    const lines = joinLines(text, start, escapeChar);
    const instruction = readInstruction(lines.joined, 0, escapeChar, errors);
    at = nextLine(text, lines.end);
    const { heredocs, end: stop } = readHeredocs(text, at, instruction, escapeChar, errors);
    if (heredocs.length > 0) at = nextLine(text, stop);
    const isKnown = keywords.has(instruction.keyword);
    if (isKnown) instructions.push(heredocs.length > 0 ? attach(instruction, heredocs, stop) : instruction);
    // lines that follow one another are lost for one reason
    else if (!isLost)
      errors.push({
        start: instruction.start,
        end: instruction.keywordEnd,
        message: `unknown instruction${naming(instruction.keyword)}: a line starts with one of ${[...keywords].join(', ')}, or the line before must end in ${escapeChar} to continue`,
      });
    isLost = !isKnown;
  }
  return { directives, escapeChar, instructions, errors };
}

/** Only what looks like a mistyped instruction is repeated: a line of anything else could be a secret. */
function naming(keyword: string): string {
  return /^[A-Z]{2,15}$/.test(keyword) ? ` ${keyword}` : '';
}

function attach(instruction: Instruction, heredocs: readonly Heredoc[], end: number): Instruction {
  const { inner } = instruction;
  return { ...instruction, heredocs, end, ...(inner && { inner: { ...inner, heredocs, end } }) };
}

function readInstruction(
  joined: MappedText,
  from: number,
  escapeChar: string,
  errors: DockerfileError[],
): Instruction {
  const { text } = joined;
  const keywordEnd = wordEnd(text, from);
  const keyword = text.slice(from, keywordEnd).toUpperCase();
  const flags: Flag[] = [];
  const at = withFlags.has(keyword)
    ? readFlags(joined, keywordEnd, flags)
    : skipBlanks(text, keywordEnd, text.length);
  const rest = tail(joined, at);
  const json = withJson.has(keyword) ? jsonWords(rest, 0) : undefined;
  const words: Word[] = splitWords(rest, 0, escapeChar, withPairs.has(keyword));
  const start = joined.sourceAt(from);
  if (keywords.has(keyword) && words.length === 0 && keyword !== 'CMD')
    errors.push({ start, end: joined.sourceEnd(keywordEnd), message: `${keyword} needs an argument` });
  const carries = (keyword === 'ONBUILD' && from === 0) || (keyword === 'HEALTHCHECK' && isCommand(words));
  return {
    keyword,
    start,
    keywordEnd: joined.sourceEnd(keywordEnd),
    end: joined.sourceEnd(text.trimEnd().length),
    flags,
    rest,
    words,
    ...(json && { json }),
    heredocs: [],
    ...(carries && words.length > 0 && { inner: readInstruction(joined, at, escapeChar, errors) }),
  };
}

function isCommand(words: readonly Word[]): boolean {
  return words[0]?.text.toUpperCase() === 'CMD';
}

/** Reads `--name=value` words; gives the offset of what follows them. */
function readFlags(joined: MappedText, from: number, flags: Flag[]): number {
  const { text } = joined;
  let at = skipBlanks(text, from, text.length);
  while (text.startsWith('--', at)) {
    const end = wordEnd(text, at);
    const word = text.slice(at, end);
    const equals = word.indexOf('=');
    if (word.length > 2)
      flags.push({
        name: equals < 0 ? word.slice(2) : word.slice(2, equals),
        value: equals < 0 ? undefined : word.slice(equals + 1),
        valueStart: joined.sourceAt(equals < 0 ? at : at + equals + 1),
        start: joined.sourceAt(at),
        end: joined.sourceEnd(end),
      });
    at = skipBlanks(text, end, text.length);
    if (word === '--') break;
  }
  return at;
}

function tail(joined: MappedText, from: number): MappedText {
  return joined.from(from, joined.text.trimEnd().length);
}
