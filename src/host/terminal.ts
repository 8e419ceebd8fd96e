/** Where a command writes, and what can be shown there. */
export interface Terminal {
  /** writes to standard output */
  out(text: string): void;
  /** writes to standard error */
  err(text: string): void;
  /** whether standard output shows colours */
  readonly colour: boolean;
  /** columns of standard output */
  readonly width: number;
  /** columns of standard error where somebody watches it as the run goes on; 0 otherwise */
  readonly watched: number;
  /** whether somebody sits there who can be asked */
  readonly asks?: boolean;
}

/** Columns where there is no terminal to ask: a log, a file, a pipe. */
const widthOfLogs = 100;

/**
 * The terminal that this process writes to; to be asked for once. `NO_COLOR` and `TERM=dumb` turn colours off,
 * `FORCE_COLOR` turns them on where there is no terminal.
 */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', outliveReader);
  const dumb = env['TERM'] === 'dumb';
  const forced = !!env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    colour: !env['NO_COLOR'] && (forced || (stdout.isTTY === true && !dumb)),
    width: stdout.columns || widthOfLogs,
    watched: stderr.isTTY === true && !dumb ? stderr.columns || 80 : 0,
    asks: stdin.isTTY === true && stdout.isTTY === true && !dumb && !env['CI'],
  };
}

/** A run whose reader went away (`plinth verify | head`) ends in peace. */
function outliveReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
