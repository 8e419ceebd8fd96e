import type { SourceFile } from './source-file.ts';

export type ProblemKind =
  /** the text could not be understood (syntax, encoding, size) */
  | 'unreadable'
  /** it was understood and is wrong (a duplicate key, a reference to nothing) */
  | 'invalid'
  /** a tool that is needed is not there, or failed */
  | 'tool'
  /** a limit was reached (time, size, number of instances) */
  | 'limit'
  /** a check or a part of Plinth failed */
  | 'internal'
  /** the configuration, a suppression or a baseline entry is wrong or out of date */
  | 'configuration';

/** Something that could not be read or decided. Problems are shown and counted: nothing is skipped in silence. */
export interface Problem {
  readonly kind: ProblemKind;
  /** what is wrong and what to do about it */
  readonly message: string;
  /** relative path, also where the file could not be opened */
  readonly path: string;
  readonly file?: SourceFile;
  readonly start?: number;
  readonly end?: number;
}
