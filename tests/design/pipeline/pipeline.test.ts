import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pipeline } from '../../../src/design/pipeline/target.ts';
import { architectureOfExample, designExamples } from '../../support/design-example.ts';

const hasActionlint = spawnSync('actionlint', ['-version']).status === 0;

function layOut(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-pipeline-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  execFileSync('git', ['init', '-q', folder]);
  return folder;
}

describe.each(designExamples)('the pipeline of %s', (name) => {
  const architecture = architectureOfExample(name);
  const files = pipeline.write(architecture);
  const isGithub = architecture.delivery.ci === 'github';

  it.skipIf(!isGithub || !hasActionlint)('passes actionlint (needs actionlint, and GitHub)', () => {
    const { status, stdout } = spawnSync('actionlint', ['-no-color'], {
      cwd: layOut(files),
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  it('plans every root, and applies it only after those that it reads', () => {
    const path = isGithub ? '.github/workflows/infrastructure.yaml' : '.gitlab-ci.yml';
    const text = files.get(path)!;
    const jobs = isGithub
      ? (load(text) as { jobs: Record<string, { needs?: string[] }> }).jobs
      : (load(text) as Record<string, { needs?: (string | { job: string })[] }>);
    for (const environment of architecture.environments)
      for (const state of environment.states) {
        const own = isGithub ? `${environment.name}-${state.name}` : `plan ${environment.name} ${state.name}`;
        const needs = (jobs[own]?.needs ?? []).map((need) => (typeof need === 'string' ? need : need.job));
        expect(text).toContain(state.path);
        for (const read of state.reads)
          expect(needs).toContain(
            isGithub ? `${environment.name}-${read}` : `apply ${environment.name} ${read}`,
          );
      }
  });

  it('scripts are valid shell', () => {
    for (const [path, text] of files)
      if (path.endsWith('.sh')) expect(spawnSync('bash', ['-n'], { input: text }).status, path).toBe(0);
  });

  it('holds no key of AWS, and asks for no more than it needs', () => {
    const text = [...files.values()].join('\n');
    expect(text).not.toMatch(/AWS_(ACCESS|SECRET)/);
    if (isGithub) expect(text.match(/^permissions: \{\}$/gm)?.length).toBeGreaterThanOrEqual(3);
  });
});
