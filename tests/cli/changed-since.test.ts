import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { folderWith, git, plinth, privilegedPod, soundManifest, write } from './command-line.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: registry.example.com/web:1.0.0 }]
`;
const service = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`;

/** A repository with one commit on main. */
function repositoryWith(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  git(folder, 'init', '--quiet');
  commit(folder);
  return folder;
}

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'x');
}

async function newIn(folder: string, revision: string): Promise<string[]> {
  const { out } = await plinth('verify', folder, '--format', 'json', '--changed-since', revision);
  return (JSON.parse(out) as Report).findings.map(({ check, file }) => `${check} ${file}`).sort();
}

it('reports what is new only, also before it is committed', async () => {
  const folder = repositoryWith({ 'pod.yaml': privilegedPod });
  expect(await newIn(folder, 'HEAD')).toEqual([]);
  write(folder, { 'second.yaml': privilegedPod.replace('name: api', 'name: second') });
  expect(await newIn(folder, 'HEAD')).toContain('kubernetes/privileged-container second.yaml');
  expect((await newIn(folder, 'HEAD')).filter((one) => one.endsWith(' pod.yaml'))).toEqual([]);
  const { code, err } = await plinth('verify', folder, '--changed-since', 'HEAD');
  expect(code).toBe(1);
  expect(err).toMatch(
    /^compared with HEAD \([0-9a-f]{10}\): \d+ findings that were there before are not shown\n$/,
  );
});

it('finds the contract that a change breaks in a file that it did not touch', async () => {
  const folder = repositoryWith({ 'deployment.yaml': deployment, 'service.yaml': service });
  write(folder, { 'deployment.yaml': deployment.replaceAll('app: web', 'app: shop') });
  commit(folder);
  expect(await newIn(folder, 'HEAD~1')).toEqual(['contracts/service-selects-nothing service.yaml']);
});

it('compares with where the branch began, not with what happened on main since', async () => {
  const folder = repositoryWith({ 'pod.yaml': privilegedPod, 'settings.yaml': soundManifest });
  git(folder, 'checkout', '--quiet', '-b', 'work');
  write(folder, { 'settings.yaml': soundManifest.replace('info', 'debug') });
  commit(folder);
  git(folder, 'checkout', '--quiet', 'main');
  write(folder, { 'pod.yaml': privilegedPod.replace('privileged: true', 'privileged: false') });
  commit(folder);
  git(folder, 'checkout', '--quiet', 'work');
  expect(await newIn(folder, 'main')).toEqual([]);
});

it('takes a moved file for what it was', async () => {
  const folder = repositoryWith({
    'pod.yaml': privilegedPod,
    Dockerfile: 'FROM debian\nRUN apt-get update\n',
  });
  mkdirSync(join(folder, 'app'));
  renameSync(join(folder, 'pod.yaml'), join(folder, 'app/renamed.yaml'));
  renameSync(join(folder, 'Dockerfile'), join(folder, 'app/Dockerfile'));
  commit(folder);
  expect(await newIn(folder, 'HEAD~1')).toEqual([]);
});

it('takes a suppression that is gone for a new finding', async () => {
  const accepted = `# plinth:ignore kubernetes/privileged-container driver\n${privilegedPod}`;
  const folder = repositoryWith({ 'pod.yaml': accepted });
  write(folder, { 'pod.yaml': privilegedPod });
  expect(await newIn(folder, 'HEAD')).toEqual(['kubernetes/privileged-container pod.yaml']);
});

it('works in a folder of the repository, also in one that was not there', async () => {
  const folder = repositoryWith({ 'infra/pod.yaml': privilegedPod });
  expect(await newIn(join(folder, 'infra'), 'HEAD')).toEqual([]);
  write(folder, { 'more/pod.yaml': privilegedPod });
  expect(await newIn(join(folder, 'more'), 'HEAD')).toContain('kubernetes/privileged-container pod.yaml');
});

it('sees what attributes leave out of archives, leaves the index alone and nothing behind', async () => {
  const folder = repositoryWith({ 'pod.yaml': privilegedPod, '.gitattributes': 'pod.yaml export-ignore\n' });
  const index = readFileSync(join(folder, '.git/index'));
  const temporary = folderWith({});
  vi.stubEnv('TMPDIR', temporary);
  expect(await newIn(folder, 'HEAD')).toEqual([]);
  vi.unstubAllEnvs();
  expect(readFileSync(join(folder, '.git/index'))).toEqual(index);
  expect(readdirSync(temporary)).toEqual([]);
});

it('answers 2 where git cannot help', async () => {
  const folder = repositoryWith({ 'pod.yaml': privilegedPod });
  expect(await plinth('verify', folder, '--changed-since', 'origin/main')).toEqual({
    code: 2,
    out: '',
    err: 'plinth: git knows no revision origin/main\n  give a branch, tag or commit; in a shallow clone fetch it first (actions/checkout with fetch-depth: 0)\n',
  });
  for (const revision of ['', '--all', 'HEAD --all'])
    expect((await plinth('verify', folder, `--changed-since=${revision}`)).code).toBe(2);
  const bare = await plinth('verify', folderWith({ 'pod.yaml': privilegedPod }), '--changed-since', 'HEAD');
  expect(bare.err).toMatch(/^plinth: git finds no repository at /);
});
