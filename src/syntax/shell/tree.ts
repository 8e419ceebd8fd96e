/**
 * What a shell script runs, as far as it can be read without running it: simple commands in their pipelines,
 * also those inside of substitutions, subshells and blocks. Control flow is not kept.
 * All offsets are into the text that was parsed, end exclusive.
 * Source: the POSIX shell command language, with bash's process substitution, `|&` and here-strings.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Commands whose output runs into the next one's input; mostly just one. */
export interface Pipeline extends Range {
  readonly commands: readonly Command[];
  /** what joins it to the pipeline before it */
  readonly after: '' | '&&' | '||' | ';' | '&';
}

export interface Command extends Range {
  /** name and arguments; empty where only variables are set or a block runs */
  readonly words: readonly Word[];
  /** `NAME=value` in front of the name */
  readonly assignments: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** what runs in a subshell or block in this place */
  readonly block: readonly Pipeline[];
}

export interface Word extends Range {
  /** quotes and escapes resolved; variables and substitutions as written */
  readonly text: string;
  /** whether a variable or substitution is part of it, so that its value is not all in the text */
  readonly dynamic: boolean;
  /** whether any part is quoted or escaped */
  readonly quoted: boolean;
  /** commands in `$(…)`, backticks and `<(…)` */
  readonly substitutions: readonly Pipeline[];
}

export interface Redirect {
  /** without the number of the descriptor: `>`, `>>`, `<`, `<<`, `<<<`, `>&` */
  readonly operator: string;
  readonly target: Word;
  /** the lines of a here-document */
  readonly body?: string;
}
