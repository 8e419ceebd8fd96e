import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { broken, folderWith, git, plinth, write } from './command-line.ts';

/** One safe fix: the package lists. */
const dockerfile = `# syntax=docker/dockerfile:1
# stays
FROM debian:12.5
RUN apt-get update && apt-get install -y --no-install-recommends curl=7.88.1
USER 1000
CMD ["curl",   "--version"]
`;

const workflow = `# builds
on:
  pull_request: # every one
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: make
`;

const mended = dockerfile.replace('curl=7.88.1', 'curl=7.88.1 \\\n    && rm -rf /var/lib/apt/lists/*');

it('mends what is safe, keeps every other byte, and says what it did', async () => {
  const folder = folderWith({ 'app/Dockerfile': dockerfile });
  chmodSync(join(folder, 'app/Dockerfile'), 0o755);
  const { code, out, err } = await plinth('fix', folder);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`${folder}/app/Dockerfile\n  dockerfile/apt-lists-left-behind: `);
  expect(out).toMatch(/^fixed 1 finding in 1 file; \d+ findings? remains?$/m);
  expect(readFileSync(join(folder, 'app/Dockerfile'), 'utf8')).toBe(mended);
  expect(statSync(join(folder, 'app/Dockerfile')).mode & 0o777).toBe(0o755);
  expect((await plinth('fix', folder)).out).toMatch(/^fixed 0 findings in 0 files/);
});

it('names odd files so that no terminal obeys them', async () => {
  const { out } = await plinth('fix', folderWith({ 'odd\u001b[31m/Dockerfile': dockerfile }));
  expect(out).toContain('/odd\\x1b[31m/Dockerfile\n');
});

it('is advised with the folder that was verified', async () => {
  const folder = folderWith({ "it's/Dockerfile": dockerfile });
  const adviceFor = async (given: string) => {
    const { out } = await plinth('verify', given, '--format', 'json');
    return (JSON.parse(out) as Report).summary.nextStep;
  };
  expect(await adviceFor(folder)).toContain(`\`plinth fix ${folder} --dry-run\``);
  expect(await adviceFor(join(folder, "it's"))).toContain(`\`plinth fix '${folder}/it'\\''s' --dry-run\``);
});

it('leaves to --unsafe what a person should look at', async () => {
  const folder = folderWith({ '.github/workflows/test.yaml': workflow });
  const path = join(folder, '.github/workflows/test.yaml');
  const { out } = await plinth('fix', folder);
  expect(out).toMatch(/\d+ more can be fixed with --unsafe: look at each/);
  expect(readFileSync(path, 'utf8')).toBe(workflow);
  await plinth('fix', folder, '--unsafe', '--check', 'github-actions/superseded-runs-continue');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('cancel-in-progress: ');
  expect(text).toContain('# builds\n');
  expect(text).toContain('  pull_request: # every one\n');
});

it('prints with --dry-run a diff that git applies where the user stands, and nothing else', async () => {
  const folder = folderWith({ Dockerfile: dockerfile });
  const { code, out, err } = await plinth('fix', folder, '--dry-run');
  expect(code).toBe(0);
  expect(out).toMatch(/^--- a\/Dockerfile\n\+\+\+ b\/Dockerfile\n@@ /);
  expect(err).toMatch(/^would fix 1 finding in 1 file/m);
  expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toBe(dockerfile);
  write(folder, { 'change.patch': out });
  git(folder, 'apply', 'change.patch');
  expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toBe(mended);
});

it('writes through a symbolic link', async () => {
  const folder = folderWith({ 'images/base.txt': dockerfile });
  symlinkSync('base.txt', join(folder, 'images/Dockerfile'));
  await plinth('fix', folder);
  expect(readFileSync(join(folder, 'images/base.txt'), 'utf8')).toBe(mended);
});

it('takes a folder through a symbolic link, and passes over what is no file', async () => {
  const place = folderWith({ 'real/Dockerfile': dockerfile });
  symlinkSync('real', join(place, 'link'));
  execFileSync('mkfifo', [join(place, 'real/pipe')]);
  expect((await plinth('fix', join(place, 'link'))).out).toMatch(/^fixed 1 finding/m);
  expect(readFileSync(join(place, 'real/Dockerfile'), 'utf8')).toBe(mended);
});

it('does not touch what is suppressed or in the baseline', async () => {
  const suppressed = dockerfile.replace(
    'RUN',
    '# plinth:ignore dockerfile/apt-lists-left-behind built once\nRUN',
  );
  const folder = folderWith({ 'a/Dockerfile': suppressed, 'b/Dockerfile': dockerfile });
  await plinth('verify', folder, '--update-baseline');
  const { out } = await plinth('fix', folder);
  expect(out).toMatch(/^fixed 0 findings in 0 files; 0 findings remain/);
  expect(readFileSync(join(folder, 'b/Dockerfile'), 'utf8')).toBe(dockerfile);
});

it('tells what was not read, and answers 3 where that is all', async () => {
  const partly = await plinth('fix', folderWith({ Dockerfile: dockerfile, 'x.yaml': broken }), '--dry-run');
  expect(partly.code).toBe(0);
  expect(partly.err).toMatch(/^1 problem\n {2}\w+: .*\n {4}.*x\.yaml:7\n/);
  const nothing = await plinth('fix', folderWith({ 'README.md': 'text\n' }));
  expect(nothing.code).toBe(3);
  expect(nothing.err).toContain('no infrastructure was read');
});
