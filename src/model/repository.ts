import type { Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';

/** What became of a call of an external tool. */
export type ToolRun =
  | { readonly outcome: 'done'; readonly stdout: string }
  | { readonly outcome: 'failed'; readonly stderr: string }
  | { readonly outcome: 'missing' }
  | { readonly outcome: 'timeout' };

/** A repository as readers see it: they never touch the disk themselves, and nothing climbs out of its root. */
export interface Repository {
  /** absolute path, for tools that need one; never printed */
  readonly root: string;
  /** all files that are looked at, relative, separated by `/`, sorted; version control and dependencies are left out */
  readonly paths: readonly string[];
  /** files that stand beside them and are not looked at: left out by configuration, or links that cannot be followed */
  readonly unseen: readonly string[];
  /**
   * The text of a file, from any path inside the root (also one that `paths` leaves out, such as `.terraform/modules`).
   * `undefined` where it is missing, binary, not UTF-8, too large or outside the root; the reason is recorded as a problem.
   */
  read(path: string): SourceFile | undefined;
  /** Lets go of a text that turned out to hold nothing of interest; it can be read again. */
  forget?(path: string): void;
  /** Names of the files in a folder inside the root, sorted; also of folders that `paths` leaves out. None where there is no such folder. */
  list(folder: string): readonly string[];
  /** Whether a file exists inside the root. */
  has(path: string): boolean;
  /** Runs a tool found on PATH with the root as its folder. Only renderers are ever called; they run no code of the repository. */
  run(tool: string, args: readonly string[], limits: { readonly seconds: number }): Promise<ToolRun>;
  report(problem: Problem): void;
}
