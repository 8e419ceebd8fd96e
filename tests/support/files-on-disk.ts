import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openRepository } from '../../src/host/disk-repository.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Repository } from '../../src/model/repository.ts';

/** A repository on disk for one test, for what needs real tools; it is gone afterwards. */
export function repositoryOnDisk(files: Readonly<Record<string, string>>): Repository & {
  readonly problems: readonly Problem[];
} {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const problems: Problem[] = [];
  return Object.assign(
    openRepository(folder, (problem) => problems.push(problem)),
    { problems },
  );
}
