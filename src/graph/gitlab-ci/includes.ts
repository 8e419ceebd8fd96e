import { type Include, includesOf } from '../../read/gitlab-ci/includes.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';

/** One entry of `include`. */
export interface PipelineInclude extends Subject, Omit<Include, 'at'> {}

export const pipelineIncludes: Selector<PipelineInclude> = {
  of: 'includes of GitLab pipelines',
  find: (graph: Graph) =>
    graph
      .ofType('gitlab-ci')
      .flatMap((resource) =>
        includesOf(resource.body).map(({ at, kind, target }) => ({ resource, node: at, kind, target })),
      ),
};
