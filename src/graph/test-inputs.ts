/** Folders whose files are inputs of tests. */
const folder = /(?:^|\/)(?:testdata|fixtures?|__fixtures__|__snapshots__|golden)\//;

/** Whether a file is the input of a test, each for itself, and nothing that anybody deploys. */
export function isTestInput(path: string): boolean {
  return folder.test(path);
}
