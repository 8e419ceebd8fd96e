import type { PipelineJob } from '../../graph/gitlab-ci/pipeline.ts';
import { pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { itemsOf } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import { Undecided } from '../../model/unknown.ts';
import { check } from '../check.ts';

/** Stages that are there without being listed. */
const givenStages = new Set(['.pre', '.post']);
const defaultStages = ['build', 'test', 'deploy'];

export default check({
  id: 'gitlab-ci/job-reference-broken',
  title: 'Job that refers to one which is not there',
  dimension: 'functionality',
  severity: 'high',
  why: 'GitLab refuses the whole pipeline where a job extends, needs or depends on one that does not exist, or names a stage that is not listed: nothing runs, and the merge request waits for a result that never comes.',
  sources: ['https://docs.gitlab.com/ci/yaml/#needs', 'https://docs.gitlab.com/ci/yaml/#extends'],
  visits: pipelineJobs,
  judge(job) {
    const missing = brokenIn(job);
    if (missing.length > 0 && job.resource.unit.incomplete)
      throw new Undecided(missing[0]!.at, job.resource.unit.incomplete);
    return missing.map(({ at, what, name }) => ({
      message: `The job ${job.name} ${what} ${name}, which the pipeline does not declare, so that GitLab refuses all of it: correct the name, or declare it.`,
      at,
      key: `${job.name} ${what} ${name}`,
    }));
  },
  examples: {
    bad: `stages: [build, test]
build:
  stage: build
  script: [make]
test:
  stage: test
  needs: [compile]
  script: [make test]
`,
    good: `stages: [build, test]
build:
  stage: build
  script: [make]
test:
  stage: test
  needs: [build]
  script: [make test]
`,
  },
});

interface Broken {
  readonly at: Node;
  readonly what: string;
  readonly name: string;
}

function brokenIn({ node, pipeline }: PipelineJob): Broken[] {
  const { declared } = pipeline;
  const found: Broken[] = [];
  const look = (what: string, at: Node | undefined) => {
    const name = at?.content;
    if (at && typeof name === 'string' && !name.includes('$') && !declared.has(name))
      found.push({ at, what, name });
  };
  for (const parent of itemsOf(node.peek('extends'))) look('extends', parent);
  for (const need of itemsOf(node.peek('needs'))) {
    if (need.peek('project') || need.peek('pipeline') || need.peek('optional')?.content === true) continue;
    look('needs', need.peek('job') ?? (typeof need.content === 'string' ? need : undefined));
  }
  for (const other of itemsOf(node.peek('dependencies'))) look('depends on', other);
  const stage = node.peek('stage');
  const stages = pipeline.global('stages');
  const known = stages ? itemsOf(stages).map(({ content }) => content) : defaultStages;
  if (
    stage &&
    typeof stage.content === 'string' &&
    !stage.content.includes('$') &&
    !known.includes(stage.content) &&
    !givenStages.has(stage.content)
  )
    found.push({ at: stage, what: 'stands in the stage', name: stage.content });
  return found;
}
