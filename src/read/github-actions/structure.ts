import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';

export interface Structure {
  readonly problems: readonly { readonly message: string; readonly at: Node }[];
  /** whether enough of it is in order to be judged */
  readonly isUsable: boolean;
}

/** What GitHub would refuse before it looks further. Source: docs.github.com/actions, "Workflow syntax". */
export function problemsOfWorkflow(body: Node): Structure {
  const problems: { message: string; at: Node }[] = [];
  if (!body.peek('on') && !body.peek('true'))
    problems.push({ message: 'nothing starts this workflow: say on what it runs (on: push)', at: body });
  const jobs = body.peek('jobs');
  if (!(jobs?.content instanceof Mapping)) {
    problems.push({ message: 'there are no jobs: jobs must be a map of names to jobs', at: jobs ?? body });
    return { problems, isUsable: false };
  }
  const { keys, nodes } = jobs.content;
  keys.forEach((id, at) => {
    const job = nodes[at]!;
    if (!(job.content instanceof Mapping))
      problems.push({ message: `the job ${id} is no map of settings`, at: job });
    else if (!job.peek('uses') && !job.peek('steps'))
      problems.push({ message: `the job ${id} has neither steps nor a workflow that it uses`, at: job });
    else problems.push(...problemsOfSteps(job.peek('steps')));
  });
  return { problems, isUsable: true };
}

export function problemsOfAction(body: Node): Structure {
  return { problems: problemsOfSteps(body.peek('runs', 'steps')), isUsable: true };
}

function problemsOfSteps(steps: Node | undefined): { message: string; at: Node }[] {
  if (!steps || steps.content === null) return [];
  const { content } = steps;
  if (!Array.isArray(content)) return [{ message: 'steps must be a list', at: steps }];
  return (content as readonly Node[])
    .filter((step) => !(step.content instanceof Mapping) || (!step.peek('uses') && !step.peek('run')))
    .map((step) => ({ message: 'a step needs either uses or run', at: step }));
}
