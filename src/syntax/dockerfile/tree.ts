import type { MappedText } from '../mapped-text.ts';

/** Offsets into the file's text, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The syntax tree of a Dockerfile. Comments and blank lines are the text between the ranges.
 * Source: the Dockerfile reference (docs.docker.com/reference/dockerfile) and what BuildKit's parser accepts.
 */
export interface DockerfileTree {
  /** parser directives: `escape`, `syntax`, `check` */
  readonly directives: readonly Directive[];
  /** the character that continues lines: `\` unless a directive makes it a backtick */
  readonly escapeChar: string;
  readonly instructions: readonly Instruction[];
  readonly errors: readonly DockerfileError[];
}

export interface Directive extends Range {
  /** lower case */
  readonly name: string;
  readonly value: string;
  readonly valueStart: number;
}

export interface Instruction extends Range {
  /** upper case */
  readonly keyword: string;
  readonly keywordEnd: number;
  readonly flags: readonly Flag[];
  /** what follows the flags, continuation lines joined and comments between them left out */
  readonly rest: MappedText;
  /** the blanks-separated words of the rest; in `ENV`, `LABEL` and `ARG` quotes hold a word together */
  readonly words: readonly Word[];
  /** the strings of the JSON (exec) form */
  readonly json?: readonly Word[];
  readonly heredocs: readonly Heredoc[];
  /** what `ONBUILD` and `HEALTHCHECK` carry */
  readonly inner?: Instruction;
}

/** Text as written, quotes kept; a word of the JSON form is the string that it stands for. */
export interface Word extends Range {
  readonly text: string;
}

export interface Flag extends Range {
  /** without the dashes */
  readonly name: string;
  /** undefined for a flag that is only switched on (`--link`) */
  readonly value: string | undefined;
  readonly valueStart: number;
}

/** The body of a here-document; `start` and `end` enclose it without the line of the delimiter. */
export interface Heredoc extends Range {
  readonly name: string;
  /** the delimiter is quoted: variables are left as they are */
  readonly literal: boolean;
  /** `<<-`: leading tabs do not count */
  readonly indented: boolean;
}

export interface DockerfileError extends Range {
  /** what is wrong and what would be right */
  readonly message: string;
}
