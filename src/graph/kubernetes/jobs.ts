import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';

/** What a Job does, of its own or made by a CronJob. The node is the specification of the Job. */
export interface JobRun extends Subject {
  readonly scheduled: boolean;
}

export const jobRuns: Selector<JobRun> = {
  of: 'jobs',
  find: (graph: Graph) => [
    ...graph.ofType('Job').flatMap((resource) => run(resource, resource.body.peek('spec'), false)),
    ...graph
      .ofType('CronJob')
      .flatMap((resource) => run(resource, resource.body.peek('spec', 'jobTemplate', 'spec'), true)),
  ],
};

function run(resource: Resource, node: Node | undefined, scheduled: boolean): JobRun[] {
  return node ? [{ resource, node, scheduled }] : [];
}

/** Whether a release tool runs an object at a moment of its own, waits for it and clears it away. */
export function isHook({ body }: Resource): boolean {
  const annotations = body.peek('metadata', 'annotations');
  return ['helm.sh/hook', 'argocd.argoproj.io/hook'].some((key) => annotations?.peek(key) !== undefined);
}
