/** One line on a terminal's standard error that names the stage, shown only where a run takes long enough to wonder. */
export function showProgress(quiet: boolean): { stage: (name: string) => void; end: () => void } {
  const shown = process.stderr.isTTY === true && !quiet;
  const started = performance.now();
  let dirty = false;
  return {
    stage(name) {
      if (!shown || performance.now() - started < 400) return;
      process.stderr.write(`\r\u001b[2K${name} ...`);
      dirty = true;
    },
    end() {
      if (dirty) process.stderr.write('\r\u001b[2K');
    },
  };
}
