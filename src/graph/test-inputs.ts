import type { Unit } from '../model/resource.ts';

/** Folders whose files are inputs of tests. */
const folder = /(?:^|\/)(?:test[-_]?data|fixtures?|fakes?|__fixtures__|__snapshots__|golden)\//;

/** Whether a file is the input of a test, each for itself, and nothing that anybody deploys. */
export function isTestInput(path: string): boolean {
  return folder.test(path);
}

/** Values with which chart-testing installs a chart, and nobody else. Source: helm/chart-testing, `ct install`. */
const testValues = /\((?:[^)]*\/)?ci\/[^)]*\)$/;

/** Whether a chart is rendered as only its tests do. */
export function isTestRelease({ kind, id }: Unit): boolean {
  return kind === 'helm' && testValues.test(id);
}
