import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { entriesOf } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
import { Settings } from './settings.ts';

/** A job that GitLab runs. Hidden ones (`.build`) are only there to be extended. */
export interface PipelineJob extends Subject {
  readonly name: string;
  readonly pipeline: Pipeline;
  /** what holds for it, from itself, from what it extends, and from the defaults */
  readonly settings: Settings;
}

/** A `.gitlab-ci.yml` with everything that it includes of the repository. */
export interface Pipeline extends Subject {
  /** the documents, the one that includes before what it includes */
  readonly files: readonly Resource[];
  /** all jobs by name, hidden ones too: a job that several files declare has a node of each, the strongest first */
  readonly declared: ReadonlyMap<string, readonly Node[]>;
  readonly jobs: readonly PipelineJob[];
  /** what a top-level keyword says: that of the including file before that of the included */
  global(keyword: string): Node | undefined;
}

/** Keywords of the top level that are no jobs. Source: docs.gitlab.com/ci/yaml, "Global keywords" and "Unavailable names for jobs". */
const keywords = new Set([
  'after_script',
  'before_script',
  'cache',
  'default',
  'image',
  'include',
  'services',
  'spec',
  'stages',
  'types',
  'variables',
  'workflow',
]);

export const pipelines: Selector<Pipeline> = {
  of: 'GitLab pipelines',
  find: (graph: Graph) => {
    const byUnit = new Map<string, Resource[]>();
    for (const resource of graph.ofType('gitlab-ci')) {
      const list = byUnit.get(resource.unit.id);
      if (list) list.push(resource);
      else byUnit.set(resource.unit.id, [resource]);
    }
    return [...byUnit.values()].map(pipelineOf);
  },
};

export const pipelineJobs: Selector<PipelineJob> = {
  of: 'jobs of GitLab pipelines',
  find: (graph: Graph) => graph.select(pipelines).flatMap(({ jobs }) => jobs),
};

function pipelineOf(files: readonly Resource[]): Pipeline {
  const declared = new Map<string, Node[]>();
  const homes = new Map<string, Resource>();
  for (const resource of files)
    for (const [name, node] of entriesOf(resource.body)) {
      if (keywords.has(name) || !(node.content instanceof Mapping)) continue;
      const nodes = declared.get(name);
      if (nodes) nodes.push(node);
      else {
        declared.set(name, [node]);
        homes.set(name, resource);
      }
    }
  const jobs: PipelineJob[] = [];
  const pipeline: Pipeline = {
    resource: files[0]!,
    node: files[0]!.body,
    files,
    declared,
    jobs,
    global: (keyword) => {
      for (const { body } of files) {
        const found = body.peek(keyword);
        if (found) return found;
      }
      return undefined;
    },
  };
  for (const [name, nodes] of declared)
    if (!name.startsWith('.'))
      jobs.push({
        resource: homes.get(name)!,
        node: nodes[0]!,
        name,
        pipeline,
        settings: new Settings(pipeline, name),
      });
  return pipeline;
}
