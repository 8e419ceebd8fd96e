import type { SourceFile } from './source-file.ts';

/** One link of the chain that led to a value, outermost first. */
export interface Step {
  /** in words: `module call network`, `for_each key "a"`, `overlay production`, `values file` */
  readonly what: string;
  readonly file?: SourceFile;
  readonly start?: number;
  readonly end?: number;
}

/** Where something is written: the range a person would edit, and how it came to where it is used. */
export interface Origin {
  readonly file: SourceFile;
  /** offsets into the file's text, end exclusive */
  readonly start: number;
  readonly end: number;
  readonly via?: readonly Step[];
}
