import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import picomatch from 'picomatch';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pipeline } from '../../../src/design/pipeline/target.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import { architectureOf } from '../../support/design-example.ts';

const hasActionlint = spawnSync('actionlint', ['-version']).status === 0;

const shop = (ci: 'github' | 'gitlab') =>
  architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
region: eu-west-1
compute: ecs
services:
  api: { image: "222233334444.dkr.ecr.eu-west-1.amazonaws.com/api" }
  front: { image: "nginx:1.29", formerly: web }
functions: { mail: { on: { schedule: "0 4 * * *" } } }
environments:
  staging: { account: "111122223333" }
  production: { account: "222233334444", recoveryRegion: eu-central-1, approvals: 2 }
delivery: { repository: acme/platform, ci: ${ci} }
`);
const architecture = shop('github');
const files = pipeline.write(architecture);
const roots = new Map([...terraform.write(architecture)].filter(([path]) => path.includes('/environments/')));
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

/** A repository in which nothing was released, with tools that write down what they are asked. */
function repository() {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const put = (path: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode });
  };
  for (const [path, text] of [...files, ...roots]) if (!path.endsWith('.tf')) put(path, text);
  const package_ = `printf package > "\${@: -1}"`;
  put('bin/aws', `#!/bin/bash\necho "aws $*" >> ${folder}/asked\n${package_}\n`, 0o755);
  put('bin/cosign', `#!/bin/bash\necho "cosign $*" >> ${folder}/asked\n[ ! -e ${folder}/unsigned ]\n`, 0o755);
  const env = { ...process.env, PATH: `${folder}/bin:${process.env['PATH']}` };
  const run = (script: string, ...args: string[]) => {
    const ran = spawnSync('bash', [`.github/scripts/${script}.sh`, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return { ...ran, told: ran.stdout.trim() };
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
  git('init', '-q');
  const commit = () => {
    git('add', 'terraform');
    git('commit', '-q', '-m', 'release');
  };
  commit();
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return { run, commit, read, put, asked: () => read('asked') };
}

const versionIn = (text: string) => /sha256:[0-9a-f]{64}/.exec(text)![0];

describe('what Terraform runs', () => {
  it('is named by a variable of its own, with a file of its own beside the root that a release changes', () => {
    const at = 'terraform/environments/staging/services';
    expect(roots.get(`${at}/release-api.auto.tfvars`)).toContain(`api_digest = "${digest('0')}"`);
    expect(roots.get(`${at}/services.tf`)).toContain(
      '= "222233334444.dkr.ecr.eu-west-1.amazonaws.com/api@${var.api_digest}"',
    );
    expect(roots.get(`${at}/functions.tf`)).toContain(
      'packages/${trimprefix(var.mail_digest, "sha256:")}.zip',
    );
  });

  it('keeps the file of the name that it was made with, so that a new name releases nothing', () => {
    const at = 'terraform/environments/production/services';
    expect(roots.has(`${at}/release-web.auto.tfvars`)).toBe(true);
    expect(roots.has(`${at}/release-front.auto.tfvars`)).toBe(false);
    const { run, read } = repository();
    expect(run('set-digest', 'front', 'staging', digest('a')).status).toBe(0);
    expect(read('terraform/environments/staging/services/release-web.auto.tfvars')).toContain(digest('a'));
  });

  it('passes from an environment to the next, and to where that comes up elsewhere', () => {
    const { run, read } = repository();
    expect(run('set-digest', 'mail', 'production').status).toBe(1);
    expect(run('set-digest', 'mail', 'staging', digest('a')).told).toBe(`mail.zip@${digest('a')}`);
    expect(run('set-digest', 'mail', 'production').told).toBe(`mail.zip@${digest('a')}`);
    for (const state of ['services', 'standby'])
      expect(versionIn(read(`terraform/environments/production/${state}/release-mail.auto.tfvars`))).toBe(
        digest('a'),
      );
    expect(versionIn(read('terraform/environments/production/services/release-api.auto.tfvars'))).toBe(
      digest('0'),
    );
  });

  it('goes back to what ran before, and there and back again', () => {
    const { run, commit } = repository();
    expect(run('set-digest', 'api', 'staging', 'previous').status).toBe(1);
    for (const letter of ['a', 'b']) {
      run('set-digest', 'api', 'staging', digest(letter));
      commit();
      // zeros are no version
      if (letter === 'a') expect(run('set-digest', 'api', 'staging', 'previous').status).toBe(1);
    }
    for (const letter of ['a', 'b']) {
      expect(run('set-digest', 'api', 'staging', 'previous').told).toMatch(new RegExp(`@${digest(letter)}$`));
      commit();
    }
  });

  it('is released only with a signature; what others made has none, and is scanned', () => {
    const { run, put, asked } = repository();
    const image = `222233334444.dkr.ecr.eu-west-1.amazonaws.com/api@${digest('a')}`;
    expect(run('verify-release', image, 'staging').status).toBe(0);
    expect(asked()).toMatch(
      /cosign verify 2222\S+api@sha256:a+ .*workflows\/image\\\.yaml@refs\/heads\/main\$/,
    );
    put('unsigned', '');
    expect(run('verify-release', image, 'staging').status).not.toBe(0);
    const other = `public.ecr.aws/docker/library/nginx@${digest('a')}`;
    expect(run('verify-release', other, 'staging').status).toBe(0);
    expect(files.get('.github/workflows/release.yaml')).toMatch(
      /trivy-action[^\n]*\n {8}if: contains\(fromJSON\('\["public\.ecr\.aws\/docker\/library\/nginx"\]'/,
    );
  });

  it('is a package only where it is what its digest says', () => {
    const { run, asked } = repository();
    const ofPackage = `sha256:${execFileSync('sha256sum', { input: 'package' }).toString().slice(0, 64)}`;
    expect(run('verify-release', `mail.zip@${digest('a')}`, 'production').status).not.toBe(0);
    expect(run('verify-release', `mail.zip@${ofPackage}`, 'production').status).toBe(0);
    expect(asked()).toContain(
      `s3://production-shop-artifacts-222233334444/packages/${ofPackage.slice(7)}.zip`,
    );
    expect(asked()).toMatch(/cosign verify-blob .*workflows\/package\\\.yaml@refs\/heads\/main\$/);
  });
});

it('of a team is looked at by that team, and all else of Terraform by the owner of the platform', () => {
  const teams = architectureOf(`name: shop
owner: shop
owners: { shop: { github: acme/shop }, post: { github: acme/post } }
account: "111122223333"
compute: ecs
services: { api: { image: ghcr.io/acme/api, expose: api.shop.example } }
domain: shop.example
functions: { mail: { owner: post, on: { schedule: "0 4 * * *" } } }
delivery: { repository: acme/platform }
`);
  const owners = pipeline.write(teams).get('.github/CODEOWNERS')!;
  expect(owners.trimEnd().split('\n').at(-1)).toBe(
    '/terraform/environments/**/release-mail.auto.tfvars @acme/post',
  );
  expect(owners).not.toContain('release-api');
});

describe('a release by Terraform on GitHub', () => {
  interface Workflow {
    readonly on: { readonly push: { readonly paths: string[] } };
    readonly jobs: Record<
      string,
      { needs?: string[]; if?: string; with?: Record<string, string>; concurrency?: { group: string } }
    >;
  }
  const workflow = (name: string) => load(files.get(`.github/workflows/${name}.yaml`)!) as Workflow;
  const changed = 'terraform/environments/staging/services/release-api.auto.tfvars';

  it('is planned and applied apart from infrastructure, so that it waits for nothing else', () => {
    const { on, jobs } = workflow('deploy');
    expect(picomatch.isMatch(changed, on.push.paths)).toBe(true);
    expect(Object.keys(jobs)).toEqual(['signed', 'staging-services', 'production-services']);
    expect(jobs['production-services']!.needs).toEqual(['signed']);
    expect(jobs['production-services']!.if).toContain("startsWith(github.head_ref, 'digest/production/')");
    expect(jobs['production-services']!.with!['environment']).toBe('production');
    expect(jobs['production-services']!.concurrency!.group).toMatch(/^deploy-production-services-/);
    expect(workflow('infrastructure').on.push.paths.at(-1)).toBe(`!${on.push.paths[0]}`);
  });

  it.skipIf(!hasActionlint)('passes actionlint (needs actionlint)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plinth-release-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    execFileSync('git', ['init', '-q', folder]);
    const { stdout } = spawnSync('actionlint', ['-no-color'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it.each(['github', 'gitlab'] as const)(
    'packages are put where every environment takes them from, on %s',
    (ci) => {
      const written = pipeline.write(shop(ci));
      const text = written.get(ci === 'github' ? '.github/workflows/package.yaml' : '.gitlab/package.yml')!;
      for (const { name, account } of architecture.environments) {
        expect(text).toContain(`${name}-shop-artifacts-${account}`);
        expect(text).toContain(`arn:aws:iam::${account}:role/${name}-shop-ci-packages`);
      }
    },
  );
});
