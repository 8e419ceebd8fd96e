import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { pipelineImages } from './images.ts';
import { pipelineJobs } from './pipeline.ts';
import { isManual, runsForMergeRequests } from './rules.ts';
import { linesOf } from './scripts.ts';

async function jobsOf(text: string, more: Record<string, string> = {}) {
  const { graph } = await readFiles({ '.gitlab-ci.yml': text, ...more });
  return { graph, jobs: new Map(graph.select(pipelineJobs).map((job) => [job.name, job])) };
}

describe('the settings of a GitLab job', () => {
  it('come from itself, from what it extends, and from the defaults, in this order', async () => {
    const { jobs } = await jobsOf(`
default: { image: node:24.1.0, timeout: 1h, before_script: [prepare] }
variables: { LEVEL: info, REGION: eu }
.base: { timeout: 30m, variables: { LEVEL: debug }, tags: [linux] }
.slow: { extends: .base, timeout: 2h }
test: { extends: .slow, script: [make test], variables: { NAME: test } }
twice: { extends: [.slow, .base], script: [make] }
alone: { inherit: { default: false, variables: false }, script: [make] }
some: { inherit: { default: [image] }, script: [make] }
`);
    const test = jobs.get('test')!.settings;
    expect([test.text('image'), test.text('timeout'), test.get('tags')?.plain()]).toEqual([
      'node:24.1.0',
      '2h',
      ['linux'],
    ]);
    expect([...test.entries('variables')].map(([key, node]) => [key, node.content])).toEqual([
      ['NAME', 'test'],
      ['LEVEL', 'debug'],
      ['REGION', 'eu'],
    ]);
    expect(jobs.get('twice')!.settings.text('timeout')).toBe('30m');
    expect(jobs.get('alone')!.settings.get('image')).toBeUndefined();
    expect(jobs.get('alone')!.settings.entries('variables').size).toBe(0);
    expect([jobs.get('some')!.settings.text('image'), jobs.get('some')!.settings.text('timeout')]).toEqual([
      'node:24.1.0',
      undefined,
    ]);
    expect([...jobs.keys()]).not.toContain('.base');
  });

  it('put in what is referenced, within lists and across files', async () => {
    const { jobs } = await jobsOf(
      `
include: ci/setup.yml
.more: { script: [echo more, !reference [.setup, script]] }
test:
  script:
    - !reference [.more, script]
    - make test
  rules: !reference [.setup, rules]
`,
      { 'ci/setup.yml': '.setup:\n  script:\n    - echo setup\n  rules:\n    - when: manual\n' },
    );
    const test = jobs.get('test')!;
    expect(linesOf(test).map(({ text }) => text)).toEqual(['echo more', 'echo setup', 'make test']);
    expect(linesOf(test).map(({ resource }) => resource.name)).toEqual([
      '.gitlab-ci.yml',
      'ci/setup.yml',
      '.gitlab-ci.yml',
    ]);
    expect(isManual(test)).toBe(true);
  });

  it('survive jobs that extend and refer to themselves', async () => {
    const { jobs } = await jobsOf('a:\n  extends: a\n  script: [!reference [a, script]]\n');
    expect(linesOf(jobs.get('a')!).every(({ text }) => text === '')).toBe(true);
  });

  it('bound what jobs that extend and refer to many others multiply to', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const text = names
      .map((name, at) => {
        const next = names[at + 1] ?? 'z';
        return `.${name}:\n  extends: [${Array(10).fill(`.${next}`).join(', ')}]\n  script:\n${`    - !reference [.${next}, script]\n`.repeat(10)}`;
      })
      .join('');
    const { jobs } = await jobsOf(`${text}.z: { script: [make] }\ntest: { extends: .a }\n`);
    const { settings } = jobs.get('test')!;
    expect(settings.layers).toHaveLength(10);
    expect(settings.lines('script')).toHaveLength(2000);
  });

  it.each([
    ['when: manual', true, false],
    ['rules: [{ if: $CI_COMMIT_TAG, when: manual }, { when: never }]', true, false],
    ['rules: [{ if: $CI_COMMIT_TAG, when: manual }, { if: $CI_COMMIT_BRANCH }]', false, false],
    ["rules: [{ if: $CI_PIPELINE_SOURCE == 'merge_request_event' }]", false, true],
    [
      "rules: [{ if: $CI_PIPELINE_SOURCE == 'merge_request_event', when: never }, { when: on_success }]",
      false,
      false,
    ],
    ["rules: [{ if: $CI_PIPELINE_SOURCE != 'merge_request_event' }]", false, false],
    ['only: [merge_requests]', false, true],
  ])(
    'say of %s whether a person starts it, and whether merge requests do',
    async (text, manual, requests) => {
      const { jobs } = await jobsOf(`test:\n  script: [make]\n  ${text}\n`);
      const test = jobs.get('test')!;
      expect([isManual(test), runsForMergeRequests(test)]).toEqual([manual, requests]);
    },
  );

  it('put variables into images, and leave out what is set elsewhere', async () => {
    const { graph } = await jobsOf(`
variables: { VERSION: 24.1.0, IMAGE: node:$VERSION }
a: { image: $IMAGE, script: [make] }
b: { image: $CI_REGISTRY_IMAGE/tools, script: [make], services: [{ name: postgres }] }
`);
    expect(graph.select(pipelineImages).map(({ role, text }) => [role, text])).toEqual([
      ['image', 'node:24.1.0'],
      ['image', undefined],
      ['service', 'postgres'],
    ]);
  });
});
