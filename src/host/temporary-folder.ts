import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A folder for the time of one call; it is gone afterwards, also where the process is interrupted. */
export async function withTemporaryFolder<T>(
  purpose: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  let folder: string | undefined;
  const remove = () => folder !== undefined && rmSync(folder, { recursive: true, force: true });
  const interrupt = (signal: NodeJS.Signals) => {
    remove();
    for (const one of signals) process.off(one, interrupt);
    // the signal does what it would have done, unless somebody else handles it
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  // before the folder is made: a signal in between would leave it behind
  for (const signal of signals) process.on(signal, interrupt);
  try {
    folder = mkdtempSync(join(tmpdir(), `plinth-${purpose}-`));
    return await use(folder);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
    remove();
  }
}
