import { Mapping } from '../../model/mapping.ts';
import { type Content, Node } from '../../model/node.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { Heredoc, Instruction, Word } from '../../syntax/dockerfile/tree.ts';
import { expand } from './expand.ts';
import { type Pair, pairsOf } from './pairs.ts';
import type { Scope } from './scope.ts';

const runsCommands = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL']);
const takesOneArgument = new Set(['USER', 'WORKDIR', 'STOPSIGNAL', 'MAINTAINER']);
const takesPairs = new Set(['ARG', 'ENV', 'LABEL']);
const heredocWord = /^\d*<<-?["']?[A-Za-z_]/;

/** Makes nodes of one file. */
export class Nodes {
  constructor(
    readonly file: SourceFile,
    readonly escapeChar: string,
  ) {}

  leaf(range: { readonly start: number; readonly end: number }, content: Content): Node {
    return new Node(this.file, range.start, range.end, content);
  }

  list(range: { readonly start: number; readonly end: number }, items: readonly Node[]): Node {
    return new Node(this.file, range.start, range.end, items);
  }

  map(
    range: { readonly start: number; readonly end: number },
    entries: Readonly<Record<string, Node | undefined>>,
  ): Node {
    const known = Object.entries(entries).filter((entry): entry is [string, Node] => entry[1] !== undefined);
    const content = new Mapping(
      known.map(([key]) => key),
      known.map(([, node]) => node),
    );
    return new Node(this.file, range.start, range.end, content);
  }

  /**
   * An instruction: `keyword`, `flags` (name → list of values), then by its kind `form` (exec | shell) with
   * `arguments` or `script`, `values` (name → value of ARG, ENV, LABEL), `heredocs`, `trigger` (of ONBUILD and HEALTHCHECK).
   */
  instruction(instruction: Instruction, scope: Scope): Node {
    const { keyword, heredocs, inner } = instruction;
    return this.map(instruction, {
      keyword: this.leaf({ start: instruction.start, end: instruction.keywordEnd }, keyword),
      flags: this.flags(instruction, scope),
      ...(inner ? { trigger: this.instruction(inner, scope) } : this.substance(instruction, scope)),
      heredocs: heredocs.length > 0 && !inner ? this.heredocs(instruction, heredocs) : undefined,
    });
  }

  private substance(instruction: Instruction, scope: Scope): Record<string, Node | undefined> {
    const { keyword, json } = instruction;
    const whole = wholeOf(instruction);
    if (runsCommands.has(keyword)) {
      const form = this.leaf(whole, json ? 'exec' : 'shell');
      return json ? { form, arguments: this.words(whole, json) } : { form, script: this.script(instruction) };
    }
    if (takesPairs.has(keyword)) return { values: this.values(instruction, scope) };
    if (takesOneArgument.has(keyword))
      return { arguments: this.list(whole, [this.expanded(whole, scope)].slice(whole.text ? 0 : 1)) };
    const words = (json ?? instruction.words).filter(({ text }) => json || !heredocWord.test(text));
    return {
      arguments: this.list(
        whole,
        words.map((word) => this.expanded(word, scope)),
      ),
    };
  }

  /** A word with its variables resolved; a string of the JSON form has no quotes of its own. */
  private expanded(word: Word, scope: Scope): Node {
    return this.leaf(word, expand(word.text, scope, this.escapeChar));
  }

  private words(whole: Word, words: readonly Word[]): Node {
    return this.list(
      whole,
      words.map((word) => this.leaf(word, word.text)),
    );
  }

  /** What the shell gets: the joined lines, or the here-document where that is all there is. */
  private script(instruction: Instruction): Node {
    const [heredoc] = instruction.heredocs;
    if (heredoc && instruction.words.length === 1)
      return this.leaf(heredoc, this.file.text.slice(heredoc.start, heredoc.end));
    const whole = wholeOf(instruction);
    return this.leaf(whole, whole.text);
  }

  private flags({ flags }: Instruction, scope: Scope): Node | undefined {
    if (flags.length === 0) return undefined;
    const range = { start: flags[0]!.start, end: flags.at(-1)!.end };
    const byName: Record<string, Node> = {};
    for (const name of new Set(flags.map((flag) => flag.name))) {
      const same = flags.filter((flag) => flag.name === name);
      const values = same.map(({ value, valueStart, start, end }) =>
        value === undefined
          ? this.leaf({ start, end }, true)
          : this.leaf({ start: valueStart, end }, expand(value, scope, this.escapeChar)),
      );
      byName[name] = this.list({ start: same[0]!.start, end: same.at(-1)!.end }, values);
    }
    return this.map(range, byName);
  }

  private values(instruction: Instruction, scope: Scope): Node {
    const pairs = pairsOf(instruction);
    const nodes = pairs.map(({ value, keyStart, start, end }: Pair) => {
      const content = value === undefined ? null : expand(value, scope, this.escapeChar);
      return new Node(this.file, start, end, content, keyStart);
    });
    const { start, end } = wholeOf(instruction);
    const content = new Mapping(
      pairs.map(({ name }) => name),
      nodes,
    );
    return new Node(this.file, start, end, content);
  }

  private heredocs(instruction: Instruction, heredocs: readonly Heredoc[]): Node {
    const { text } = this.file;
    return this.list(
      instruction,
      heredocs.map((heredoc) =>
        this.map(heredoc, {
          name: this.leaf(heredoc, heredoc.name),
          content: this.leaf(heredoc, text.slice(heredoc.start, heredoc.end)),
        }),
      ),
    );
  }
}

/** All that follows the keyword and its flags, as one word. */
function wholeOf({ rest, keywordEnd }: Instruction): Word {
  const { text } = rest;
  if (text === '') return { text, start: keywordEnd, end: keywordEnd };
  return { text, start: rest.sourceAt(0), end: rest.sourceEnd(text.length) };
}
