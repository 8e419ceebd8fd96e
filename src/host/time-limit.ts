import { createContext, Script } from 'node:vm';

const call = new Script('run()');

/** Thrown where something did not end in its time. */
export class OutOfTime extends Error {}

/**
 * Runs something and stops it, wherever it is, when its time is over.
 * @throws OutOfTime
 */
export function withinTime<T>(milliseconds: number, run: () => T): T {
  let result: T | undefined;
  const context = createContext({
    run: () => {
      result = run();
    },
  });
  try {
    call.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new OutOfTime(`it did not end within ${milliseconds / 1000} seconds`);
    throw error;
  }
  return result as T;
}
