import { type Job, jobs } from '../../graph/github-actions.ts';
import { valuesOf } from '../../graph/github-actions-values.ts';
import { entriesOf } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import { parseImageReference } from '../../syntax/image-reference.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/container-image-not-pinned',
  title: 'Container of a job without a version',
  dimension: 'reliability',
  severity: 'low',
  why: 'A job that runs in, or beside, an image without a tag or with latest gets another one from one day to the next: tests break without a change, or pass against another version than the one in production. Name the version, best with its digest.',
  sameAs: ['zizmor:unpinned-images', 'poutine:unpinnable_action'],
  sources: [
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/run-jobs-in-a-container',
  ],
  visits: jobs,
  judge(job) {
    const faults: Fault[] = [];
    for (const { at, text } of imagesOf(job)) {
      const { repository, tag, digest } = parseImageReference(text);
      if (text === '' || digest || (tag !== undefined && tag !== 'latest')) continue;
      faults.push({
        message: `${repository} is taken in whatever version is current: name the version that the job was written for.`,
        at,
        key: `${job.id} ${repository}`,
      });
    }
    return faults;
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    services:
      database:
        image: postgres
    steps:
      - run: make test
`,
    good: `on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    services:
      database:
        image: postgres:17.5
    steps:
      - run: make test
`,
  },
});

function imagesOf(job: Job): { at: Node; text: string }[] {
  const container = job.node.peek('container');
  const nodes = [
    container?.peek('image') ?? container,
    ...entriesOf(job.node.peek('services')).map(([, service]) => service.peek('image')),
    ...job.steps.map(({ action }) => (action?.kind === 'image' ? action.node : undefined)),
  ];
  return nodes.flatMap((at) => {
    if (!at) return [];
    return (valuesOf(job, at) ?? []).map((value) => ({
      at,
      text: String(value ?? '').replace(/^docker:\/\//, ''),
    }));
  });
}
