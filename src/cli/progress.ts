import type { Terminal } from '../host/terminal.ts';
import { visible } from '../report/visible.ts';

/** Tells on standard error what a run is at, on one line that goes away. */
export interface Progress {
  readonly stage: (name: string) => void;
  readonly end: () => void;
}

const clearLine = '\r\u001b[2K';

/** Shows progress where somebody watches; nothing is written elsewhere. */
export function showProgress({ err, watched }: Terminal): Progress {
  let shown = false;
  return {
    stage(name) {
      if (watched === 0) return;
      // a line that reaches the last column would wrap, and could not be cleared
      err(`${clearLine}${`${visible(name)} ...`.slice(0, watched - 1)}`);
      shown = true;
    },
    end() {
      if (shown) err(clearLine);
      shown = false;
    },
  };
}
