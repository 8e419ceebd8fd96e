import { type PipelineJob, pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { stageOf, stagesOf } from '../../graph/gitlab-ci/stages.ts';
import { itemsOf } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import { Undecided } from '../../model/unknown.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/job-reference-broken',
  title: 'Job that refers to one which is not there, or comes later',
  dimension: 'functionality',
  severity: 'high',
  why: 'GitLab refuses the whole pipeline where a job extends, needs or depends on one that does not exist or that belongs to a later stage, or names a stage that is not listed: nothing runs, and the merge request waits for a result that never comes.',
  sources: [
    'https://docs.gitlab.com/ci/yaml/#needs',
    'https://docs.gitlab.com/ci/yaml/#extends',
    'https://docs.gitlab.com/ci/yaml/#stages',
  ],
  visits: pipelineJobs,
  judge(job) {
    const broken = [...missingIn(job), ...laterIn(job)];
    if (broken.length > 0 && job.resource.unit.incomplete)
      throw new Undecided(broken[0]!.at, job.resource.unit.incomplete);
    return broken.map(({ at, what, name, later }) => ({
      message: later
        ? `The job ${job.name} of stage ${later.own} ${what} ${name}, which belongs to the later stage ${later.stage}, so that GitLab refuses the whole pipeline: move one of the two to another stage, or take this out.`
        : `The job ${job.name} ${what} ${name}, which the pipeline does not declare, so that GitLab refuses all of it: correct the name, or declare it.`,
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
  /** the stage of the job, and that of the one it refers to, where it is a later one */
  readonly later?: { readonly own: string; readonly stage: string };
}

function missingIn({ node, pipeline }: PipelineJob): Broken[] {
  const isMissing = ({ name }: Broken) => !name.includes('$') && !pipeline.declared.has(name);
  const found = [
    ...named('extends', itemsOf(node.peek('extends'))),
    ...needsIn(node.peek('needs')).filter(({ optional }) => !optional),
    ...named('depends on', itemsOf(node.peek('dependencies'))),
  ].filter(isMissing);
  const stage = node.peek('stage');
  const stages = stagesOf(pipeline);
  if (stages && typeof stage?.content === 'string')
    if (!stage.content.includes('$') && !stages.includes(stage.content))
      found.push({ at: stage, what: 'stands in the stage', name: stage.content });
  return found;
}

/** Stages that nothing lists are told at the job that names them. Source: GitLab, `Gitlab::Ci::YamlProcessor`. */
function laterIn(job: PipelineJob): Broken[] {
  const { pipeline, settings } = job;
  const stages = stagesOf(pipeline);
  const own = stageOf(job);
  const place = stages?.indexOf(own) ?? -1;
  if (!stages || place < 0) return [];
  const references = [
    ...needsIn(settings.get('needs')),
    ...itemsOf(settings.get('rules')).flatMap((rule) => needsIn(rule.peek('needs'))),
    ...named('depends on', itemsOf(settings.get('dependencies'))),
  ];
  return references.flatMap((reference) => {
    const other = pipeline.jobs.find(({ name }) => name === reference.name);
    if (!other) return [];
    const stage = stageOf(other);
    return stages.indexOf(stage) > place ? [{ ...reference, later: { own, stage } }] : [];
  });
}

function needsIn(needs: Node | undefined): (Broken & { readonly optional: boolean })[] {
  return itemsOf(needs).flatMap((need) => {
    if (need.peek('project') || need.peek('pipeline')) return [];
    const optional = need.peek('optional')?.content === true;
    return named('needs', [need.peek('job') ?? need]).map((reference) => ({ ...reference, optional }));
  });
}

function named(what: string, nodes: readonly Node[]): Broken[] {
  return nodes.flatMap((at) => (typeof at.content === 'string' ? [{ at, what, name: at.content }] : []));
}
