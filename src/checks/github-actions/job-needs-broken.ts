import { type Job, type Workflow, workflows } from '../../graph/github-actions.ts';
import { itemsOf } from '../../graph/look.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/job-needs-broken',
  title: 'Job needs a job that does not exist, or itself in a circle',
  dimension: 'functionality',
  severity: 'high',
  why: 'GitHub refuses the whole workflow when a job needs one that is not there, or when jobs wait for each other in a circle: nothing of it runs, and the only sign is a run without a name that failed at once.',
  sameAs: ['actionlint:job-needs'],
  sources: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idneeds',
  ],
  visits: workflows,
  judge(workflow) {
    const byId = workflow.jobsById;
    const faults: Fault[] = [];
    for (const job of workflow.jobs)
      for (const need of itemsOf(job.node.peek('needs'))) {
        const id = String(need.content);
        if (byId.has(id.toLowerCase()) || id.includes('${{')) continue;
        faults.push({
          message: `The job ${job.id} needs ${id}, which this workflow does not have, so GitHub runs nothing of it: its jobs are ${workflow.jobs.map((one) => one.id).join(', ')}.`,
          at: need,
          key: `${job.id} ${id}`,
        });
      }
    const circle = circleIn(workflow);
    if (circle)
      faults.push({
        message: `The jobs ${circle.map(({ id }) => id).join(' → ')} wait for each other in a circle, so GitHub runs nothing of this workflow: take one need out.`,
        at: circle[0]!.node.peek('needs')!,
        key: 'circle',
      });
    return faults;
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - run: make
  deploy:
    needs: [biuld]
    runs-on: ubuntu-24.04
    steps:
      - run: make deploy
`,
    good: `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - run: make
  deploy:
    needs: build
    runs-on: ubuntu-24.04
    steps:
      - run: make deploy
`,
  },
});

/** Takes away jobs that wait for nothing until none is left; what stays waits in a circle. */
function circleIn({ jobs, jobsById }: Workflow): readonly Job[] | undefined {
  const waiting = new Map(
    jobs.map((job) => [
      job,
      new Set(
        itemsOf(job.node.peek('needs')).flatMap(
          (need) => jobsById.get(String(need.content).toLowerCase()) ?? [],
        ),
      ),
    ]),
  );
  const waiters = new Map<Job, Job[]>();
  for (const [job, needs] of waiting)
    for (const need of needs) {
      const others = waiters.get(need);
      if (others) others.push(job);
      else waiters.set(need, [job]);
    }
  const free = jobs.filter((job) => waiting.get(job)!.size === 0);
  for (let job = free.pop(); job; job = free.pop()) {
    waiting.delete(job);
    for (const waiter of waiters.get(job) ?? []) {
      waiting.get(waiter)!.delete(job);
      if (waiting.get(waiter)!.size === 0) free.push(waiter);
    }
  }
  const start = waiting.keys().next().value;
  if (!start) return undefined;
  // every job left needs one that is left, so following them must come back
  const path = new Set<Job>();
  let at = start;
  for (; !path.has(at); at = [...waiting.get(at)!].find((need) => waiting.has(need))!) path.add(at);
  const circle = [...path];
  return [...circle.slice(circle.indexOf(at)), at];
}
