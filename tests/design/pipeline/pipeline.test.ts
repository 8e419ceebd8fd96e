import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pipeline } from '../../../src/design/pipeline/target.ts';
import { writeAll } from '../../../src/design/write-all.ts';
import { architectureOf, architectureOfExample, designExamples } from '../../support/design-example.ts';

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

  it('leaves its own files to the owner of the platform', () => {
    const owners = [...files].find(([path]) => path.endsWith('CODEOWNERS'))![1];
    const named = owners.split('\n').flatMap((line) => /^(\/\.git\S+) /.exec(line)?.[1] ?? []);
    expect(named).toEqual(isGithub ? ['/.github/'] : ['/.gitlab/', '/.gitlab-ci.yml']);
    for (const one of named)
      expect(
        [...files.keys()].some((path) => `/${path}`.startsWith(one)),
        one,
      ).toBe(true);
  });

  if (isGithub)
    it('makes each environment with those who approve, before a job would', () => {
      const script = files.get('.github/scripts/protect.sh')!;
      for (const { name: one, approvals } of architecture.environments)
        expect(script).toContain(`\nenvironment ${one} ${approvals > 0}\n`);
      expect(script).toContain(`deployment-branch-policies`);
      for (const path of files.keys())
        if (path.startsWith('.github/rulesets/'))
          expect(script).toContain(`\nruleset ${path.slice('.github/'.length)}\n`);
    });

  if (isGithub)
    it('applies no other plan than the one that was looked at', () => {
      const root = files.get('.github/workflows/terraform-root.yaml')!;
      expect(root.indexOf('sha256sum --check')).toBeGreaterThan(root.indexOf('actions/download-artifact'));
      expect(root.indexOf('sha256sum --check')).toBeLessThan(root.indexOf('terraform apply'));
    });

  if (isGithub)
    it('builds images for ARM on ARM', () => {
      const image = files.get('.github/workflows/image.yaml')!;
      expect(image).toContain('platforms: linux/arm64');
      expect(image).toMatch(/runs-on: \$\{\{ inputs\.runner \}\}/);
      expect(image).toContain('default: ubuntu-24.04-arm');
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

const shop = (delivery: string) =>
  architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
region: eu-west-1
compute: eks
services: { api: { image: ghcr.io/acme/api, scale: 2 } }
environments: { staging: { account: "111122223333" }, production: { account: "222233334444", approvals: 2 } }
delivery: { repository: acme/platform, ${delivery} }
`);
const digest = `sha256:${'ab'.repeat(32)}`;

describe.each([
  ['ci: github, packaging: kustomize', 'overlays/ENV/kustomization.yaml'],
  ['ci: gitlab, packaging: helm', 'values-ENV.yaml'],
])('a release with %s', (delivery, file) => {
  it('writes a digest into one environment, and from there into the next', () => {
    const folder = layOut(writeAll(shop(delivery)));
    const set = (...args: string[]) => {
      const script = join(delivery.includes('github') ? '.github' : '.gitlab', 'scripts/set-digest.sh');
      return spawnSync('bash', [script, ...args], { cwd: folder, encoding: 'utf8' });
    };
    const read = (environment: string) =>
      readFileSync(join(folder, 'kubernetes/shop/api', file.replace('ENV', environment)), 'utf8');
    expect(set('api', 'production').status).toBe(1);
    expect(set('api', 'staging').status).toBe(1);
    expect(set('web', 'staging', digest).status).toBe(1);
    expect(set('api', 'staging', `${digest}0`).status).toBe(1);
    expect(set('api', 'staging', digest).stdout).toBe(`ghcr.io/acme/api@${digest}\n`);
    expect(read('staging')).toContain(`digest: ${digest}`);
    expect(read('production')).not.toContain(digest);
    expect(set('api', 'production').status).toBe(0);
    expect(read('production')).toContain(`digest: ${digest}`);
  });

  it('moves the branch that Flux follows only where approvals are asked for', () => {
    const text = [...pipeline.write(shop(`${delivery}, gitops: flux`)).values()].join('\n');
    expect(text).toMatch(/Bring main to/);
    expect(text).not.toMatch(/release\/staging/);
    expect([...pipeline.write(shop(`${delivery}, gitops: argocd`)).values()].join('\n')).not.toMatch(
      /Bring main to/,
    );
  });
});

describe.each(['github', 'gitlab'])('images of tasks, with %s', (ci) => {
  const tasks = architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
region: eu-west-1
compute: ecs
services:
  api: { image: ghcr.io/acme/api }
  web: { image: 222233334444.dkr.ecr.eu-west-1.amazonaws.com/web }
functions: { mail: { on: { schedule: "0 4 * * *" } } }
environments: { staging: { account: "111122223333" }, production: { account: "222233334444", recoveryRegion: eu-central-1 } }
delivery: { repository: acme/platform, ci: ${ci} }
`);
  const files = pipeline.write(tasks);
  const script = `.${ci}/scripts/verify-images.sh`;
  const at = 'terraform/environments/production/services';

  /** Runs it with a Cosign that knows one signature, and tells what it was asked. */
  const verify = (released: Readonly<Record<string, string>>) => {
    const folder = layOut(files);
    mkdirSync(join(folder, at), { recursive: true });
    for (const [name, version] of Object.entries(released))
      writeFileSync(join(folder, at, `release-${name}.auto.tfvars`), `${name}_digest = "${version}"\n`);
    mkdirSync(join(folder, 'bin'));
    writeFileSync(
      join(folder, 'bin/cosign'),
      `#!/bin/sh\necho "$@" >> ${folder}/asked\ncase "$2" in *${digest}) ;; *) exit 1 ;; esac\n`,
      { mode: 0o755 },
    );
    for (const tool of ['wget', 'sha256sum'])
      writeFileSync(join(folder, 'bin', tool), '#!/bin/sh\ncat > /dev/null\n', { mode: 0o755 });
    const { status, stderr } = spawnSync('bash', [script], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
      env: {
        ...process.env,
        REGISTRY_USERNAME: 'me',
        REGISTRY_PASSWORD: 'secret',
        AWS_ID_TOKEN: 'token',
        CI_JOB_ID: '1',
        HOME: folder,
        PATH: `${folder}/bin:${process.env['PATH']}`,
      },
    });
    const asked = spawnSync('cat', [join(folder, 'asked')], { encoding: 'utf8' }).stdout;
    return { status, stderr, asked };
  };

  it('are held against their signatures before anything is planned', () => {
    const signed = verify({ api: digest });
    expect(signed).toMatchObject({ status: 0, stderr: '' });
    expect(signed.asked).toMatch(
      ci === 'github'
        ? /^verify ghcr\.io\/acme\/api@sha256:\w+ --certificate-oidc-issuer https:\/\/token\.actions.*github\\\.com\/acme\/platform/
        : /^verify ghcr\.io\/acme\/api@sha256:\w+ --certificate-oidc-issuer https:\/\/gitlab\.com/,
    );
    const unsigned = verify({ api: digest.replaceAll('ab', 'cd') });
    expect(unsigned.status).toBe(1);
    expect(unsigned.stderr).toContain('not signed: ghcr.io/acme/api@sha256:cd');
    expect(verify({ api: 'latest' }).status).toBe(1);
    expect(verify({})).toMatchObject({ status: 0 });
  });

  it('are not asked for where they were never released, nor packages', () => {
    const none = verify({ api: `sha256:${'0'.repeat(64)}`, mail: digest });
    expect(none).toMatchObject({ status: 0, asked: '' });
  });

  it('are asked for where they were signed, though a copy runs', () => {
    const copy = verify({ web: digest });
    expect(copy.asked).toContain(`222233334444.dkr.ecr.eu-west-1.amazonaws.com/web@${digest}`);
  });

  it('stand before every plan', () => {
    const isGithub = ci === 'github';
    const text = files.get(isGithub ? '.github/workflows/infrastructure.yaml' : '.gitlab-ci.yml')!;
    if (isGithub) {
      const { jobs } = load(text) as { jobs: Record<string, { needs?: string[] }> };
      expect(jobs['staging-network']!.needs).toContain('images');
      expect(text).toContain('role/staging-shop-ci-plan');
      expect(text.slice(0, text.indexOf('staging-network'))).not.toContain('-ci-images');
      expect(files.get('.github/rulesets/main.json')).toContain('"images"');
    } else {
      const jobs = load(text) as Record<string, { needs?: unknown }>;
      expect(jobs['plan production services']!.needs).toContainEqual({
        job: 'verify images',
        artifacts: false,
      });
    }
    expect(pipeline.write(shop(`ci: ${ci}`)).has(script)).toBe(false);
  });

  it.skipIf(ci !== 'github' || !hasActionlint)('pass actionlint (needs actionlint)', () => {
    expect(spawnSync('actionlint', ['-no-color'], { cwd: layOut(files), encoding: 'utf8' }).stdout).toBe('');
  });
});

it.skipIf(!hasActionlint)('workflows of releases with Flux pass actionlint (needs actionlint)', () => {
  const { stdout } = spawnSync('actionlint', ['-no-color'], {
    cwd: layOut(pipeline.write(shop('ci: github, gitops: flux'))),
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});
