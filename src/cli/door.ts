import type { Terminal } from '../host/terminal.ts';
import type { Progress } from './progress.ts';

/** What a process answers, as the README states it. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;

/** What every command works with. */
export interface Door {
  readonly terminal: Terminal;
  readonly progress: Progress;
  /** sets the exit code of the process */
  answer(code: number): void;
}
