const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does a short piece of work to its end, though somebody asks for an end meanwhile: files that are half moved into
 * place would be worse than a moment of waiting.
 */
export async function uninterrupted(work: () => void | Promise<void>): Promise<void> {
  const wait = (): void => {};
  for (const signal of signals) process.on(signal, wait);
  try {
    await work();
    // signals that came during work that never waits are delivered in the next turn
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}
