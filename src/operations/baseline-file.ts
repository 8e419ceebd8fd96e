import { readFileIn } from '../host/disk-repository.ts';
import { leadsOut, readGivenFile } from '../host/given-file.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/source-file.ts';

/** The baseline of a folder, which may lie outside of it where the user says so; `undefined` where there is none. */
export function baselineFile(
  folder: string,
  path: string,
  report: (problem: Problem) => void,
): SourceFile | undefined {
  return leadsOut(path) ? readGivenFile(folder, path, report) : readFileIn(folder, path, report);
}
