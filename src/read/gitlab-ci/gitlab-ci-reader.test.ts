import { describe, expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import type { Reading } from '../reader.ts';
import { gitlabCiReader } from './gitlab-ci-reader.ts';

const options = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: false };

async function read(files: Record<string, string>) {
  const repository = memoryRepository(files);
  const reading: Reading = await gitlabCiReader.read(repository, options);
  return { ...reading, problems: repository.problems };
}

describe('the GitLab CI reader', () => {
  it('reads a pipeline and the local files that it includes, each once', async () => {
    const { resources, units, problems } = await read({
      '.gitlab-ci.yml':
        'include:\n  - local: /ci/build.yml\n  - /ci/jobs/*.yml\ntest:\n  script: [make test]\n',
      'ci/build.yml': 'include: [ci/jobs/lint.yml]\nbuild:\n  script: [make]\n',
      'ci/jobs/lint.yml': 'lint:\n  script: [make lint]\n',
      'ci/jobs/deep/other.yml': 'other:\n  script: [make other]\n',
      'shop/.gitlab-ci.yml': 'include: /jobs.yml\n',
      'shop/jobs.yml': 'shop:\n  script: [make shop]\n',
    });
    expect(resources.map(({ address, unit }) => [address, unit.id])).toEqual([
      ['gitlab-ci/.gitlab-ci.yml', 'gitlab-ci:.'],
      ['gitlab-ci/ci/build.yml', 'gitlab-ci:.'],
      ['gitlab-ci/ci/jobs/lint.yml', 'gitlab-ci:.'],
      ['gitlab-ci/shop/.gitlab-ci.yml', 'gitlab-ci:shop'],
      ['gitlab-ci/shop/jobs.yml', 'gitlab-ci:shop'],
    ]);
    expect(units.every(({ incomplete }) => incomplete === undefined)).toBe(true);
    expect(problems).toEqual([]);
  });

  it.each([
    ['an address', 'include: https://ci.example.com/all.yml\n'],
    ['another project', 'include:\n  - project: platform/ci\n    file: /all.yml\n'],
    ['a template', 'include:\n  - template: Jobs/SAST.gitlab-ci.yml\n'],
    ['a component', 'include:\n  - component: $CI_SERVER_FQDN/platform/ci/build@1.0.0\n'],
  ])('knows that a pipeline which includes %s is not whole', async (_, text) => {
    const { units, problems } = await read({ '.gitlab-ci.yml': `${text}test:\n  script: [make]\n` });
    expect(units[0]!.incomplete).toMatch(/kept outside of the repository/);
    expect(problems).toEqual([]);
  });

  it('tells the place of an include that leads nowhere', async () => {
    const { problems } = await read({
      '.gitlab-ci.yml': 'test:\n  script: [make]\ninclude:\n  - local: /gone.yml\n',
    });
    expect(problems.map(({ message, file, start }) => [file!.lineAt(start!), message])).toEqual([
      [4, 'includes /gone.yml, which is not in the repository: GitLab refuses the whole pipeline'],
    ]);
  });

  it('goes round in no circle, and takes the document behind its inputs', async () => {
    const { resources, problems } = await read({
      '.gitlab-ci.yml': 'include: a.yml\n',
      'a.yml': 'spec:\n  inputs:\n    name: {}\n---\ninclude: /.gitlab-ci.yml\ntest:\n  script: [make]\n',
    });
    expect(resources.map(({ body }) => body.peek('test') !== undefined)).toEqual([false, true]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['no map', '- a\n', /holds no map/],
    ['broken YAML', 'test: [make\njobs: {', /./],
  ])('reports a file with %s and reads nothing from it', async (_, text, message) => {
    const { resources, problems } = await read({ '.gitlab-ci.yml': text });
    expect(resources).toEqual([]);
    expect(problems[0]!.message).toMatch(message);
  });
});
