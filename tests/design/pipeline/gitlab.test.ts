import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import picomatch from 'picomatch';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pipeline } from '../../../src/design/pipeline/target.ts';
import { architectureOf } from '../../support/design-example.ts';

const hasLinter = spawnSync('gitlab-ci-local', ['--version']).status === 0;

interface Job {
  readonly stage?: string;
  readonly needs?: readonly (string | { readonly job: string; readonly optional?: boolean })[];
  readonly script?: readonly string[];
  readonly before_script?: readonly string[];
  readonly rules?: readonly { readonly changes?: { readonly paths: string[] }; readonly when?: string }[];
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

const functions = architectureOf(`name: shop
functions:
  mail: { on: { schedule: "0 4 * * *" } }
  render: { image: "222233334444.dkr.ecr.eu-west-1.amazonaws.com/render", on: { schedule: "0 4 * * *" } }
${owned}`);

const imageIn = (files: ReadonlyMap<string, string>) =>
  /options:\n {8}- (\S+)/.exec(files.get('.gitlab/image.yml')!)![1]!;

/** As a shell would run them; what a runner fills in is left as it is. */
const scripts = ({ before_script = [], script = [] }: Job) => [...before_script, ...script].join('\n');

describe.each([
  ['a cluster', cluster],
  ['containers', containers],
  ['functions', functions],
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

it.skipIf(!hasLinter).each([
  ['a cluster', cluster],
  ['functions', functions],
])(
  'is a pipeline to GitLab’s schema, with %s (needs gitlab-ci-local)',
  (_, architecture) => {
    const files = pipeline.write(architecture);
    const services = ['image', 'package'].flatMap((what) =>
      files.has(`.gitlab/${what}.yml`)
        ? [
            `include:
  - local: /.gitlab/${what}.yml
    inputs: { ${what === 'image' ? `image: ${imageIn(files)}` : 'workload: mail'} }
stages: [build]
build: { stage: build, script: [zip -r package.zip .], artifacts: { paths: [package.zip] } }
`,
          ]
        : [],
    );
    expect(services.length).toBeGreaterThan(0);
    for (const own of [files.get('.gitlab-ci.yml')!, ...services]) {
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
      git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-q', '-m', 'all');
      // what rules about changes are held against
      git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      const { status, stderr } = spawnSync('gitlab-ci-local', ['--list'], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toMatch(/schema validated/);
      expect(status).toBe(0);
    }
  },
  60_000,
);

describe('a release by Terraform on GitLab', () => {
  const jobs = load(pipeline.write(functions).get('.gitlab-ci.yml')!) as Record<string, Job>;
  const planned = (path: string) =>
    Object.entries(jobs).flatMap(([name, { rules = [] }]) =>
      name.startsWith('plan ') && rules.some(({ changes }) => picomatch.isMatch(path, changes!.paths))
        ? [name.slice('plan '.length)]
        : [],
    );

  it('plans what it changes, and nothing that it would have to wait for', () => {
    const at = 'terraform/environments/production';
    expect(planned(`${at}/services/release-mail.auto.tfvars`)).toEqual(['production services']);
    expect(planned(`${at}/platform/main.tf`)).toEqual([
      'production platform',
      'production data',
      'production services',
    ]);
    expect(planned('terraform/modules/function/main.tf')).toHaveLength(8);
    for (const [name, { rules = [] }] of Object.entries(jobs))
      if (name.startsWith('apply '))
        expect(rules[0]!.changes, name).toEqual(jobs[name.replace('apply', 'plan')]!.rules![0]!.changes);
  });

  it('waits for people where the environment asks for approvals, and for nobody elsewhere', () => {
    expect(jobs['apply production services']!.rules![0]!.when).toBe('manual');
    expect(jobs['apply staging services']!.rules![0]!.when).toBeUndefined();
  });

  it('scans and signs a package before anything may take it, and never writes over one', () => {
    const [, jobs] = loadAll(pipeline.write(functions).get('.gitlab/package.yml')!) as [
      unknown,
      Record<string, Job>,
    ];
    const sign = scripts(jobs['sign package']!);
    expect(sign.indexOf('trivy rootfs')).toBeLessThan(sign.indexOf('cosign sign-blob'));
    expect(jobs['upload package']!.needs).toEqual(['sign package']);
    const upload = scripts(jobs['upload package']!);
    expect(upload).toContain("--if-none-match '*'");
    expect(upload.indexOf('put sigstore.json')).toBeLessThan(upload.indexOf('put zip'));
  });
});

describe('a release on GitLab', () => {
  const files = pipeline.write(cluster);
  const release = load(files.get('.gitlab-ci.yml')!) as Record<string, Job>;
  const script = scripts(release['release']!);

  it('takes only what the group has signed, before anything is pushed', () => {
    const identity = /--certificate-identity-regexp '([^']+)'/.exec(
      files.get('.gitlab/scripts/verify-release.sh')!,
    )![1]!;
    const signer = (project: string, branch = 'main') =>
      `https://gitlab.com/${project}//.gitlab-ci.yml@refs/heads/${branch}`;
    expect(signer('acme/shop/api')).toMatch(new RegExp(identity));
    expect(signer('acme/other/api')).not.toMatch(new RegExp(identity));
    expect(signer('acme/shop/api', 'mine')).not.toMatch(new RegExp(identity));
    expect(script.indexOf('verify-release.sh')).toBeLessThan(script.indexOf('git commit'));
  });

  it('is let into each registry by what that asks for', () => {
    expect(script).toMatch(/222233334444\.dkr\.ecr[^)]*\)\n[^;]*role\/production-shop-ci-images/);
    expect(script).toMatch(/ghcr\.io\/\*\)\n[^;]*REGISTRY_PASSWORD/);
  });
});
