import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pipeline } from '../../../src/design/pipeline/target.ts';
import { architectureOf } from '../../support/design-example.ts';

const hasLinter = spawnSync('gitlab-ci-local', ['--version']).status === 0;

interface Job {
  readonly stage?: string;
  readonly needs?: readonly (string | { readonly job: string; readonly optional?: boolean })[];
  readonly script?: readonly string[];
  readonly before_script?: readonly string[];
}

const owned = `owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
region: eu-west-1
environments:
  staging: { account: "111122223333" }
  production: { account: "222233334444", approvals: 2 }
delivery: { repository: acme/shop/platform, ci: gitlab }
`;
const cluster = architectureOf(`name: shop
compute: eks
services:
  api: { image: ghcr.io/acme/api }
  web: { image: "222233334444.dkr.ecr.eu-west-1.amazonaws.com/web" }
${owned}`);
const containers = architectureOf(`name: shop
compute: ecs
services: { api: { image: registry.gitlab.com/acme/shop/api } }
${owned}`);

/** As a shell would run them; what a runner fills in is left as it is. */
const scripts = ({ before_script = [], script = [] }: Job) => [...before_script, ...script].join('\n');

describe.each([
  ['a cluster', cluster],
  ['containers', containers],
])('GitLab with %s', (_, architecture) => {
  const files = pipeline.write(architecture);
  const text = files.get('.gitlab-ci.yml')!;
  const { stages, ...jobs } = load(text) as { stages: string[] } & Record<string, Job>;

  it('needs no job of a later stage, which GitLab refuses', () => {
    for (const [name, job] of Object.entries(jobs))
      for (const need of job.needs ?? []) {
        const other = jobs[typeof need === 'string' ? need : need.job];
        expect(other, name).toBeDefined();
        expect(stages.indexOf(other!.stage!), name).toBeLessThanOrEqual(stages.indexOf(job.stage!));
      }
  });

  it('applies production only after all of staging', () => {
    for (const { name } of architecture.environments[1]!.states) {
      const needs = jobs[`apply production ${name}`]!.needs!.map((need) =>
        typeof need === 'string' ? need : need.job,
      );
      for (const other of architecture.environments[0]!.states)
        expect(needs).toContain(`apply staging ${other.name}`);
    }
  });

  it('builds, scans and signs in this order, and knows an image by its digest', () => {
    const [spec, image] = loadAll(files.get('.gitlab/image.yml')!) as [
      { spec: { inputs: Record<string, { options?: string[] }> } },
      Record<string, Job>,
    ];
    expect(spec.spec.inputs['image']!.options).toHaveLength(architecture === cluster ? 2 : 1);
    expect(image['scan image']!.needs).toEqual(['build image']);
    expect(image['sign image']!.needs).toContainEqual({ job: 'scan image', artifacts: false });
    expect(scripts(image['scan image']!)).toContain('"$IMAGE@$IMAGE_DIGEST"');
    expect(scripts(image['sign image']!)).toContain('cosign sign --yes "$IMAGE@$IMAGE_DIGEST"');
    for (const job of Object.values({ ...image, ...jobs }))
      expect(spawnSync('sh', ['-n'], { input: scripts(job) }).stderr.toString()).toBe('');
  });
});

it.skipIf(!hasLinter)(
  'is a pipeline to GitLab’s schema (needs gitlab-ci-local)',
  () => {
    const files = pipeline.write(cluster);
    const service = `include:
  - local: /.gitlab/image.yml
    inputs: { image: ghcr.io/acme/api }
stages: [build]
`;
    for (const own of [files.get('.gitlab-ci.yml')!, service]) {
      const folder = mkdtempSync(join(tmpdir(), 'plinth-gitlab-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      for (const [path, content] of [...files, ['.gitlab-ci.yml', own] as const]) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      const git = (...parameters: string[]) => execFileSync('git', parameters, { cwd: folder });
      git('init', '-q', '-b', 'main');
      git('remote', 'add', 'origin', 'git@gitlab.com:acme/shop/platform.git');
      git('add', '-A');
      const { status, stderr } = spawnSync('gitlab-ci-local', ['--list'], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toMatch(/schema validated/);
      expect(status).toBe(0);
    }
  },
  60_000,
);

describe('a release on GitLab', () => {
  const release = load(pipeline.write(cluster).get('.gitlab-ci.yml')!) as Record<string, Job>;
  const script = scripts(release['release']!);

  it('takes only what the group has signed, before anything is pushed', () => {
    const identity = /--certificate-identity-regexp '([^']+)'/.exec(script)![1]!;
    const signer = (project: string, branch = 'main') =>
      `https://gitlab.com/${project}//.gitlab-ci.yml@refs/heads/${branch}`;
    expect(signer('acme/shop/api')).toMatch(new RegExp(identity));
    expect(signer('acme/other/api')).not.toMatch(new RegExp(identity));
    expect(signer('acme/shop/api', 'mine')).not.toMatch(new RegExp(identity));
    expect(script.indexOf('cosign verify')).toBeLessThan(script.indexOf('git commit'));
  });

  it('is let into each registry by what that asks for', () => {
    expect(script).toMatch(/222233334444\.dkr\.ecr[^)]*\)\n[^;]*role\/production-shop-ci-images/);
    expect(script).toMatch(/ghcr\.io\/\*\)\n[^;]*REGISTRY_PASSWORD/);
  });
});
